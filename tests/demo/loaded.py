"""The demo, loaded once for all tests of this folder and rolled back after the last."""

from io import StringIO

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command
from django.db import transaction

from actions.models import Evidence


@pytest.fixture(scope="package")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """Files of evidence go to a folder that pytest throws away."""
    field, storage = Evidence._meta.get_field("file"), FileSystemStorage(tmp_path_factory.mktemp("evidence"))
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(field, "storage", storage)
        call_command("load_demo", stdout=StringIO())
        with django_db_blocker.block():
            yield
        transaction.set_rollback(True)
