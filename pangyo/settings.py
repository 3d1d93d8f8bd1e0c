"""Settings, read from the environment by typed readers that fail in a sentence."""

import secrets
from pathlib import Path

import environ
from csp.constants import SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from pangyo import embedded

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()

DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
IS_EMBEDDED = not env.str("DATABASE_URL", default="")


def secret_key() -> str:
    """SECRET_KEY from the environment; with the embedded database, one made once."""
    if key := env.str("SECRET_KEY", default=""):
        return key
    if not IS_EMBEDDED:
        raise ImproperlyConfigured("Set SECRET_KEY: a server of one's own needs one.")
    path = VAR_DIR / "secret_key"
    if not path.exists():
        VAR_DIR.mkdir(exist_ok=True)
        made = path.with_name(f"secret_key.{secrets.token_hex(4)}")
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(50))
        made.rename(path)
    return path.read_text()


SECRET_KEY = secret_key()

# Applications: each app's declarations are discovered in this order, and the admin,
# which reads them, comes last.

INSTALLED_APPS = [
    "accounts",
    "records",
    "figures",
    "support",
    "delegations",
    "pangyo",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_filters",
    "django_htmx",
    "drf_spectacular",
    "knox",
    "pghistory",
    "pgtrigger",
    "procrastinate.contrib.django",
    "rest_framework",
    "django.contrib.admin",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "pangyo.languages.KoreanFirstMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "records.refusals.RefusalMiddleware",
]

ROOT_URLCONF = "pangyo.urls"
WSGI_APPLICATION = "pangyo.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pangyo.navigation.frame",
            ],
        },
    },
]

# The database: PostgreSQL, the embedded one unless DATABASE_URL names another.

if IS_EMBEDDED:
    DATABASES = {"default": embedded.database_settings(VAR_DIR / "postgres")}
else:
    DATABASES = {"default": env.db_url("DATABASE_URL")}
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Triggers ask for this setting at every row; unset, each asking is an exception caught.
DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c pgtrigger.ignore={}"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PGHISTORY_APPEND_ONLY = True
PGHISTORY_ADMIN_CLASS = None

# People

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.roles.RoleBackend"]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "login"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 9},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation."
        "UserAttributeSimilarityValidator"
    },
]

# Korean first, English complete; days are Seoul's.

LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", "한국어"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "pangyo.formats"
TIME_ZONE = "Asia/Seoul"
USE_TZ = True

# Work: after how many days without activity an open case is stale; how many days
# before it a deadline of law or of an agreement is told again.

# A service counts for an outcome that comes at most so many days after it.
ATTRIBUTION_WINDOW_DAYS = env.int("ATTRIBUTION_WINDOW_DAYS", default=1095)
STALE_AFTER_DAYS = env.int("STALE_AFTER_DAYS", default=14)
DEADLINE_NOTICE_DAYS = env.list("DEADLINE_NOTICE_DAYS", cast=int, default=[90, 30, 7])

# Targets: from how many percent of what is expected by now a figure is on course
# (green), and from how many it is only a bit behind (amber).

TARGET_GREEN_FROM = env.int("TARGET_GREEN_FROM", default=100)
TARGET_AMBER_FROM = env.int("TARGET_AMBER_FROM", default=80)

# Mail: shown on the terminal until EMAIL_URL names a server.

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="pangyo@localhost")
SITE_URL = env.str(
    "SITE_URL", default=f"http://127.0.0.1:{env.str('PORT', default='8000')}"
)

# Files and assets

STATIC_URL = "static/"
STATIC_ROOT = env.str("STATIC_ROOT", default=None)
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("tabler", BASE_DIR / "node_modules/@tabler/core/dist"),
    ("tom-select", BASE_DIR / "node_modules/tom-select/dist"),
    ("pretendard", BASE_DIR / "node_modules/pretendard/dist/web/variable"),
]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

# Evidence: kept under its digest, served by its own view alone.

MEGABYTE = 1024 * 1024
FILES_ROOT = env.str("FILES_ROOT", default=str(VAR_DIR / "files"))
LARGEST_FILE = env.int("LARGEST_FILE_MB", default=20) * MEGABYTE
LARGEST_UPLOAD = env.int("LARGEST_UPLOAD_MB", default=100) * MEGABYTE
FILE_UPLOAD_HANDLERS = [
    "records.files.uploads.LimitedUploads",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Safety

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "frame-ancestors": [SELF],
        "form-action": [SELF],
        "base-uri": [SELF],
    }
}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.bool("HTTPS", default=False)
SECURE_SSL_REDIRECT = env.bool("HTTPS", default=False)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# What goes wrong is told on the terminal, production or not.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"terminal": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
}

# API

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "knox.auth.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "records.refusals.api_exception_handler",
    "UNICODE_JSON": True,
}
REST_KNOX = {"AUTO_REFRESH": False}
SPECTACULAR_SETTINGS = {
    "TITLE": "Pangyo",
    "DESCRIPTION": _("Records and figures of public start-up centres."),
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
}
