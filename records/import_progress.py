"""How far an import is, told to those who wait while its own transaction is open."""

from django.db import connection

from records.imports import Import
from records.spreadsheets.importing import Stopped

TELL = (
    f"UPDATE {Import._meta.db_table} SET rows_done = %s, rows_total = %s"
    " WHERE id = %s RETURNING is_stopped"
)


class Progress:
    """Writes on a connection of its own, and hears there whether to stop. A context:
    the connection is closed at its end."""

    def __init__(self, pk: int) -> None:
        self.pk = pk
        self.connection = connection.copy()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *error) -> None:
        self.connection.close()

    def __call__(self, done: int, total: int) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(TELL, (done, total, self.pk))
            told = cursor.fetchone()
        if told and told[0]:
            raise Stopped
