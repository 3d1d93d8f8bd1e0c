from django.apps import AppConfig


class PangyoConfig(AppConfig):
    name = "pangyo"
