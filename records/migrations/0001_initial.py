import django.db.models.deletion
import django.db.models.manager
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import records.fields
import records.removal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "slug",
                    models.CharField(
                        editable=False, max_length=50, verbose_name="kind of record"
                    ),
                ),
                (
                    "record_pk",
                    models.PositiveBigIntegerField(
                        editable=False, verbose_name="record"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        editable=False, max_length=200, verbose_name="file name"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("png", "PNG"),
                            ("jpeg", "JPEG"),
                            ("gif", "GIF"),
                            ("webp", "WEBP"),
                            ("tiff", "TIFF"),
                            ("docx", "DOCX"),
                            ("xlsx", "XLSX"),
                            ("pptx", "PPTX"),
                            ("odt", "ODT"),
                            ("ods", "ODS"),
                            ("odp", "ODP"),
                            ("hwpx", "HWPX"),
                            ("hwp", "HWP"),
                            ("doc", "DOC"),
                            ("xls", "XLS"),
                            ("ppt", "PPT"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="kind of file",
                    ),
                ),
                (
                    "size",
                    models.PositiveBigIntegerField(editable=False, verbose_name="size"),
                ),
                (
                    "sha256",
                    models.CharField(
                        editable=False, max_length=64, verbose_name="SHA-256"
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="description"
                    ),
                ),
                (
                    "uploaded_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="uploaded at",
                    ),
                ),
                (
                    "deleted_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="deleted at"
                    ),
                ),
                (
                    "deleted_reason",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=300,
                        verbose_name="reason for deleting",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "evidence",
                "verbose_name_plural": "evidence",
                "ordering": ("-pk",),
                "base_manager_name": "with_deleted",
                "indexes": [
                    models.Index(
                        fields=["slug", "record_pk"], name="records_files_of_record"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=("slug", "record_pk", "sha256"),
                        name="records_attachment_is_attached_once",
                        violation_error_message="The record already has this very file.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("size__gt", 0)),
                        name="records_attachment_is_not_empty",
                        violation_error_message="The file is empty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                        name="records_attachment_has_its_digest",
                        violation_error_message="The digest of the file is missing.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("deleted_at__isnull", True), ("deleted_reason", "")
                            ),
                            models.Q(
                                ("deleted_at__isnull", False),
                                models.Q(("deleted_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="records_attachment_is_deleted_with_a_reason",
                        violation_error_message="Say why the file is withdrawn.",
                    ),
                ],
            },
            bases=(records.removal.Removable, models.Model),
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("with_deleted", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="AttachmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "slug",
                    models.CharField(
                        editable=False, max_length=50, verbose_name="kind of record"
                    ),
                ),
                (
                    "record_pk",
                    models.PositiveBigIntegerField(
                        editable=False, verbose_name="record"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        editable=False, max_length=200, verbose_name="file name"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("png", "PNG"),
                            ("jpeg", "JPEG"),
                            ("gif", "GIF"),
                            ("webp", "WEBP"),
                            ("tiff", "TIFF"),
                            ("docx", "DOCX"),
                            ("xlsx", "XLSX"),
                            ("pptx", "PPTX"),
                            ("odt", "ODT"),
                            ("ods", "ODS"),
                            ("odp", "ODP"),
                            ("hwpx", "HWPX"),
                            ("hwp", "HWP"),
                            ("doc", "DOC"),
                            ("xls", "XLS"),
                            ("ppt", "PPT"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="kind of file",
                    ),
                ),
                (
                    "size",
                    models.PositiveBigIntegerField(editable=False, verbose_name="size"),
                ),
                (
                    "sha256",
                    models.CharField(
                        editable=False, max_length=64, verbose_name="SHA-256"
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="description"
                    ),
                ),
                (
                    "uploaded_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="uploaded at",
                    ),
                ),
                (
                    "deleted_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="deleted at"
                    ),
                ),
                (
                    "deleted_reason",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=300,
                        verbose_name="reason for deleting",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="records.attachment",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ChosenColumns",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("record_type", models.SlugField(verbose_name="record type")),
                (
                    "columns",
                    records.fields.TextsField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="columns",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="chosen_columns",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="owner",
                    ),
                ),
            ],
            options={
                "verbose_name": "chosen columns",
                "verbose_name_plural": "chosen columns",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "record_type"),
                        name="records_chosencolumns_once_a_type",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("columns", []), _negated=True),
                        name="records_chosencolumns_are_some",
                        violation_error_message="Choose at least one column.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Import",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "type_slug",
                    models.CharField(max_length=40, verbose_name="record type"),
                ),
                ("file_name", models.CharField(max_length=255, verbose_name="file")),
                (
                    "sha256",
                    models.CharField(blank=True, max_length=64, verbose_name="SHA-256"),
                ),
                ("content", models.BinaryField()),
                ("language", models.CharField(max_length=10)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "being read"),
                            ("ready", "waiting for your word"),
                            ("saving", "being saved"),
                            ("done", "saved"),
                            ("failed", "not usable"),
                            ("discarded", "given up"),
                            ("undoing", "being undone"),
                            ("undone", "undone"),
                        ],
                        default="reading",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("with_rejected", models.BooleanField(default=False)),
                ("message", models.TextField(blank=True)),
                ("corrections", models.JSONField(default=dict)),
                ("report", models.JSONField(null=True)),
                ("effects", models.JSONField(default=list)),
                ("rows_done", models.PositiveIntegerField(default=0)),
                ("rows_total", models.PositiveIntegerField(default=0)),
                ("is_stopped", models.BooleanField(default=False)),
                (
                    "created_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="uploaded"),
                ),
                ("saved_at", models.DateTimeField(null=True, verbose_name="saved")),
                ("undone_at", models.DateTimeField(null=True, verbose_name="undone")),
                (
                    "centre",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports_saved",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="saved by",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports_undone",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="undone by",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "import",
                "verbose_name_plural": "imports",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "failed"), ("message", ""), _connector="OR"
                        ),
                        name="records_import_says_why_it_failed",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportProfile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "type_slug",
                    models.CharField(max_length=40, verbose_name="record type"),
                ),
                ("signature", models.CharField(max_length=64)),
                ("columns", models.JSONField()),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "centre",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="import_profiles",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="import_profiles",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "remembered columns",
                "verbose_name_plural": "remembered columns",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "type_slug", "signature"),
                        name="records_importprofile_once",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("sheet", models.CharField(max_length=255)),
                ("row", models.PositiveIntegerField()),
                ("outcome", models.CharField(max_length=10)),
                ("is_flagged", models.BooleanField(default=False)),
                ("reason", models.TextField(blank=True)),
                ("flags", models.JSONField(default=list)),
                ("values", models.JSONField(default=dict)),
                ("changes", models.JSONField(default=dict)),
                ("cells", models.JSONField(default=list)),
                ("copy_of", models.JSONField(null=True)),
                ("type_slug", models.CharField(blank=True, max_length=40)),
                ("record_pk", models.BigIntegerField(null=True)),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="records.import",
                    ),
                ),
            ],
            options={
                "verbose_name": "row of an import",
                "verbose_name_plural": "rows of imports",
                "ordering": ("pk",),
                "indexes": [
                    models.Index(
                        fields=["one", "id"], name="records_importrow_in_order"
                    ),
                    models.Index(
                        fields=["one", "outcome", "id"],
                        name="records_importrow_by_outcome",
                    ),
                    models.Index(
                        condition=models.Q(("is_flagged", True)),
                        fields=["one", "id"],
                        name="records_importrow_flagged",
                    ),
                    models.Index(
                        condition=models.Q(("record_pk__isnull", False)),
                        fields=["type_slug", "record_pk"],
                        name="records_importrow_of_record",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("record_type", models.SlugField(verbose_name="record type")),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                (
                    "query",
                    models.CharField(
                        blank=True, max_length=2000, verbose_name="filters"
                    ),
                ),
                (
                    "columns",
                    records.fields.TextsField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="columns",
                    ),
                ),
                (
                    "is_shared",
                    models.BooleanField(
                        default=False, verbose_name="shared in the centre"
                    ),
                ),
                (
                    "is_default",
                    models.BooleanField(default=False, verbose_name="opened first"),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="saved_views",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_views",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="owner",
                    ),
                ),
            ],
            options={
                "verbose_name": "saved view",
                "verbose_name_plural": "saved views",
                "ordering": ("name", "pk"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_shared", True)),
                        fields=["centre", "record_type"],
                        name="records_savedview_shared",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "record_type", "name"),
                        name="records_savedview_name_is_unique",
                        violation_error_message="You already have a view of this name here; choose another name.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_default", True)),
                        fields=("owner", "record_type"),
                        name="records_savedview_one_is_opened_first",
                        violation_error_message="Another view is opened first already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="records_savedview_has_a_name",
                        violation_error_message="A view needs a name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_shared", False),
                            ("centre__isnull", False),
                            _connector="OR",
                        ),
                        name="records_savedview_is_shared_in_a_centre",
                        violation_error_message="Only somebody of a centre shares a view in it.",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attachment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "records_attachmentevent" ("deleted_at", "deleted_reason", "description", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_pk", "sha256", "size", "slug", "uploaded_at", "uploaded_by_id") VALUES (NEW."deleted_at", NEW."deleted_reason", NEW."description", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_pk", NEW."sha256", NEW."size", NEW."slug", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="1a0895da9f83248e95c0df27ad833dc46765bba7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1afc6",
                    table="records_attachment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attachment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "records_attachmentevent" ("deleted_at", "deleted_reason", "description", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_pk", "sha256", "size", "slug", "uploaded_at", "uploaded_by_id") VALUES (NEW."deleted_at", NEW."deleted_reason", NEW."description", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_pk", NEW."sha256", NEW."size", NEW."slug", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="dab47f10d6dc2fff9dfe8abaaaa9959eabdf7045",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a2fad",
                    table="records_attachment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attachment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "records_attachmentevent" ("deleted_at", "deleted_reason", "description", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_pk", "sha256", "size", "slug", "uploaded_at", "uploaded_by_id") VALUES (OLD."deleted_at", OLD."deleted_reason", OLD."description", OLD."id", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."record_pk", OLD."sha256", OLD."size", OLD."slug", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                    hash="0fe524d5a2b8c216dda2c35c7b9f57852fbe504f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_050bb",
                    table="records_attachment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attachmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d4c1db7b87a6eaf1d4e6636d2f98d5187c0582fd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_09197",
                    table="records_attachmentevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
