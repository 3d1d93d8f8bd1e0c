"""Django's PostgreSQL backend, which starts the embedded server if it is not up."""

from pathlib import Path

from django.db.backends.postgresql import base, client

from pangyo import embedded


class DatabaseClient(client.DatabaseClient):
    executable_name = str(embedded.BIN / "psql")

    def runshell(self, parameters):
        self.connection.get_connection_params()
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient

    def get_connection_params(self):
        """Start the server here: the worker asks for these and connects by itself."""
        embedded.ensure_running(Path(self.settings_dict["DATA_DIR"]))
        return super().get_connection_params()

    def get_new_connection(self, conn_params):
        try:
            return super().get_new_connection(conn_params)
        except base.Database.OperationalError:
            data_dir = Path(self.settings_dict["DATA_DIR"])
            if embedded.is_ready(data_dir):
                raise
            embedded.ensure_running(data_dir)  # it was killed in between
            return super().get_new_connection(conn_params)
