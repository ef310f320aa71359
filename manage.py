#!/usr/bin/env python3
"""Django's command line for SEND Tracker."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendtracker.settings")
    if {"import_plan", "--preview"} <= set(sys.argv) and "SECRET_KEY" not in os.environ:
        os.environ["DEBUG"] = "1"  # it reads one file: there is no secret to keep, and no database to reach
    execute_from_command_line(sys.argv)
