#!/usr/bin/env python
import os
import sys

from django.core.management import execute_from_command_line

from pangyo.embedded import EmbeddedServerError

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pangyo.settings")
    try:
        execute_from_command_line(sys.argv)
    except EmbeddedServerError as error:
        sys.exit(str(error))
