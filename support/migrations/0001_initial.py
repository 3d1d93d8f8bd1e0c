import django.contrib.postgres.indexes
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.math
import django.db.models.functions.text
import django.db.models.manager
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import records.fields
import records.removal
import records.search
import support.registration
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
            name="ConsultingField",
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
                    "code",
                    models.SlugField(max_length=30, unique=True, verbose_name="code"),
                ),
                (
                    "name",
                    models.CharField(max_length=100, unique=True, verbose_name="name"),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="name in English"
                    ),
                ),
                (
                    "aliases",
                    records.fields.TextsField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="Other words for it that stand in files.",
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
            ],
            options={
                "verbose_name": "consulting field",
                "verbose_name_plural": "consulting fields",
                "ordering": ("pk",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConsultingFieldEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "code",
                    models.SlugField(
                        db_index=False, max_length=30, verbose_name="code"
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="name in English"
                    ),
                ),
                (
                    "aliases",
                    records.fields.TextsField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="Other words for it that stand in files.",
                        size=None,
                        verbose_name="aliases",
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
                        to="support.consultingfield",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Startup",
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
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="name in English"
                    ),
                ),
                (
                    "biz_reg_no",
                    support.registration.BusinessNumberField(
                        blank=True,
                        help_text="NNN-NN-NNNNN; empty before the company is founded.",
                        max_length=20,
                        verbose_name="business number",
                    ),
                ),
                (
                    "corp_reg_no",
                    support.registration.CorporateNumberField(
                        blank=True, max_length=20, verbose_name="corporate number"
                    ),
                ),
                (
                    "ceo_name",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="chief executive"
                    ),
                ),
                (
                    "founded_on",
                    models.DateField(blank=True, null=True, verbose_name="founded on"),
                ),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("IT", "IT"),
                            ("BT", "BT"),
                            ("CT", "CT"),
                            ("NT", "NT"),
                            ("OTHER", "Other"),
                        ],
                        max_length=10,
                        verbose_name="sector",
                    ),
                ),
                (
                    "size",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("large", "Large"),
                            ("mid", "Mid-sized"),
                            ("sme", "SME"),
                        ],
                        max_length=10,
                        verbose_name="company size",
                    ),
                ),
                (
                    "zone",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pangyo-1", "Pangyo 1"),
                            ("pangyo-2", "Pangyo 2"),
                            ("other", "Other"),
                        ],
                        max_length=10,
                        verbose_name="zone",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="address"
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "tags",
                    records.fields.TextsField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="tags",
                    ),
                ),
                (
                    "aliases",
                    records.fields.TextsField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="Former names and numbers by which it is found as well.",
                        size=None,
                        verbose_name="other names",
                    ),
                ),
                (
                    "name_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Lower(
                                models.Func(
                                    django.db.models.functions.comparison.Cast(
                                        models.F("name"), models.TextField()
                                    ),
                                    output_field=models.TextField(),
                                    template="normalize(%(expressions)s, NFKC)",
                                )
                            ),
                            models.Value(
                                "주식회사|유한회사|유한책임회사|㈜|㈐|\\(주\\)|\\(유\\)|（주）|,?\\s*(co\\.?,?\\s*ltd\\.?|inc\\.?|corp\\.?|corporation|ltd\\.?|llc)\\s*$|[^[:alnum:]]"
                            ),
                            models.Value(""),
                            models.Value("g"),
                            function="regexp_replace",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                        verbose_name="name as compared",
                    ),
                ),
                (
                    "search_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=records.search.Compared(
                            models.F("name"),
                            models.F("name_en"),
                            models.Func(
                                django.db.models.functions.text.Lower(
                                    models.Func(
                                        django.db.models.functions.comparison.Cast(
                                            models.F("name"), models.TextField()
                                        ),
                                        output_field=models.TextField(),
                                        template="normalize(%(expressions)s, NFKC)",
                                    )
                                ),
                                models.Value(
                                    "주식회사|유한회사|유한책임회사|㈜|㈐|\\(주\\)|\\(유\\)|（주）|,?\\s*(co\\.?,?\\s*ltd\\.?|inc\\.?|corp\\.?|corporation|ltd\\.?|llc)\\s*$|[^[:alnum:]]"
                                ),
                                models.Value(""),
                                models.Value("g"),
                                function="regexp_replace",
                                output_field=models.TextField(),
                            ),
                            records.search.Initials(
                                models.Func(
                                    django.db.models.functions.text.Lower(
                                        models.Func(
                                            django.db.models.functions.comparison.Cast(
                                                models.F("name"), models.TextField()
                                            ),
                                            output_field=models.TextField(),
                                            template="normalize(%(expressions)s, NFKC)",
                                        )
                                    ),
                                    models.Value(
                                        "주식회사|유한회사|유한책임회사|㈜|㈐|\\(주\\)|\\(유\\)|（주）|,?\\s*(co\\.?,?\\s*ltd\\.?|inc\\.?|corp\\.?|corporation|ltd\\.?|llc)\\s*$|[^[:alnum:]]"
                                    ),
                                    models.Value(""),
                                    models.Value("g"),
                                    function="regexp_replace",
                                    output_field=models.TextField(),
                                )
                            ),
                            records.search.Several(models.F("aliases")),
                            records.search.Initials(
                                records.search.Several(models.F("aliases"))
                            ),
                            models.F("biz_reg_no"),
                            records.search.Digits(models.F("biz_reg_no")),
                            models.F("external_id"),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_records",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
            ],
            options={
                "verbose_name": "start-up",
                "verbose_name_plural": "start-ups",
                "ordering": ("-pk",),
                "permissions": (("merge_startup", "Can merge start-ups"),),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="support_startup_search",
                    ),
                    models.Index(
                        fields=["name_key"], name="support_startup_by_name_key"
                    ),
                    models.Index(
                        fields=["name_key"],
                        name="support_startup_by_beginning",
                        opclasses=("text_pattern_ops",),
                    ),
                    models.Index(
                        models.Func(
                            django.db.models.functions.text.Lower(
                                models.Func(
                                    django.db.models.functions.comparison.Cast(
                                        "name_en", models.TextField()
                                    ),
                                    output_field=models.TextField(),
                                    template="normalize(%(expressions)s, NFKC)",
                                )
                            ),
                            models.Value(
                                "주식회사|유한회사|유한책임회사|㈜|㈐|\\(주\\)|\\(유\\)|（주）|,?\\s*(co\\.?,?\\s*ltd\\.?|inc\\.?|corp\\.?|corporation|ltd\\.?|llc)\\s*$|[^[:alnum:]]"
                            ),
                            models.Value(""),
                            models.Value("g"),
                            function="regexp_replace",
                            output_field=models.TextField(),
                        ),
                        name="support_startup_by_english",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "name", "id"],
                        name="support_startup_name_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["name", "id"],
                        name="support_startup_name_of_all",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["aliases"], name="support_startup_by_alias"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="support_startup_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="support_startup_original_number_is_unique",
                        violation_error_message="This centre already has a record with this original number.",
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
                        name="support_startup_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("biz_reg_no", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("biz_reg_no",),
                        name="support_startup_business_number_is_unique",
                        violation_error_message="A start-up with this business number is there already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("biz_reg_no", ""),
                            ("biz_reg_no__regex", "^\\d{3}-\\d{2}-\\d{5}$"),
                            _connector="OR",
                        ),
                        name="support_startup_business_number_has_its_form",
                        violation_error_message="A business number is written NNN-NN-NNNNN.",
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
            name="Contact",
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
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "title",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="job title"
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-mail"
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="telephone"
                    ),
                ),
                (
                    "search_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=records.search.Compared(
                            models.F("name"),
                            records.search.Initials(models.F("name")),
                            models.F("external_id"),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_records",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact",
                "verbose_name_plural": "contacts",
                "ordering": ("-pk",),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="support_contact_search",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "name", "id"],
                        name="support_contact_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["name", "id"],
                        name="support_contact_of_all",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="support_contact_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="support_contact_original_number_is_unique",
                        violation_error_message="This centre already has a record with this original number.",
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
                        name="support_contact_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
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
            name="ContactEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "title",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="job title"
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-mail"
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="telephone"
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
                        verbose_name="centre",
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
                        to="support.contact",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Partner",
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
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="name in English"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("investor", "Investor"),
                            ("company", "Company"),
                            ("agency", "Agency"),
                            ("government", "Government"),
                            ("local-government", "Local government"),
                            ("university", "University"),
                            ("accelerator", "Accelerator"),
                            ("international", "International organisation"),
                            ("other", "Other"),
                        ],
                        default="company",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "country",
                    records.fields.CountryField(
                        blank=True, max_length=2, verbose_name="country"
                    ),
                ),
                (
                    "search_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=records.search.Compared(
                            models.F("name"),
                            models.F("name_en"),
                            models.Func(
                                django.db.models.functions.text.Lower(
                                    models.Func(
                                        django.db.models.functions.comparison.Cast(
                                            models.F("name"), models.TextField()
                                        ),
                                        output_field=models.TextField(),
                                        template="normalize(%(expressions)s, NFKC)",
                                    )
                                ),
                                models.Value(
                                    "주식회사|유한회사|유한책임회사|㈜|㈐|\\(주\\)|\\(유\\)|（주）|,?\\s*(co\\.?,?\\s*ltd\\.?|inc\\.?|corp\\.?|corporation|ltd\\.?|llc)\\s*$|[^[:alnum:]]"
                                ),
                                models.Value(""),
                                models.Value("g"),
                                function="regexp_replace",
                                output_field=models.TextField(),
                            ),
                            records.search.Initials(
                                models.Func(
                                    django.db.models.functions.text.Lower(
                                        models.Func(
                                            django.db.models.functions.comparison.Cast(
                                                models.F("name"), models.TextField()
                                            ),
                                            output_field=models.TextField(),
                                            template="normalize(%(expressions)s, NFKC)",
                                        )
                                    ),
                                    models.Value(
                                        "주식회사|유한회사|유한책임회사|㈜|㈐|\\(주\\)|\\(유\\)|（주）|,?\\s*(co\\.?,?\\s*ltd\\.?|inc\\.?|corp\\.?|corporation|ltd\\.?|llc)\\s*$|[^[:alnum:]]"
                                    ),
                                    models.Value(""),
                                    models.Value("g"),
                                    function="regexp_replace",
                                    output_field=models.TextField(),
                                )
                            ),
                            models.F("external_id"),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_records",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
            ],
            options={
                "verbose_name": "overseas partner",
                "verbose_name_plural": "overseas partners",
                "ordering": ("-pk",),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="support_partner_search",
                    ),
                    models.Index(
                        models.Func(
                            django.db.models.functions.text.Lower(
                                models.Func(
                                    django.db.models.functions.comparison.Cast(
                                        "name", models.TextField()
                                    ),
                                    output_field=models.TextField(),
                                    template="normalize(%(expressions)s, NFKC)",
                                )
                            ),
                            models.Value(
                                "주식회사|유한회사|유한책임회사|㈜|㈐|\\(주\\)|\\(유\\)|（주）|,?\\s*(co\\.?,?\\s*ltd\\.?|inc\\.?|corp\\.?|corporation|ltd\\.?|llc)\\s*$|[^[:alnum:]]"
                            ),
                            models.Value(""),
                            models.Value("g"),
                            function="regexp_replace",
                            output_field=models.TextField(),
                        ),
                        name="support_partner_by_key",
                    ),
                    models.Index(
                        models.Func(
                            django.db.models.functions.text.Lower(
                                models.Func(
                                    django.db.models.functions.comparison.Cast(
                                        "name_en", models.TextField()
                                    ),
                                    output_field=models.TextField(),
                                    template="normalize(%(expressions)s, NFKC)",
                                )
                            ),
                            models.Value(
                                "주식회사|유한회사|유한책임회사|㈜|㈐|\\(주\\)|\\(유\\)|（주）|,?\\s*(co\\.?,?\\s*ltd\\.?|inc\\.?|corp\\.?|corporation|ltd\\.?|llc)\\s*$|[^[:alnum:]]"
                            ),
                            models.Value(""),
                            models.Value("g"),
                            function="regexp_replace",
                            output_field=models.TextField(),
                        ),
                        name="support_partner_by_english",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "name", "id"],
                        name="support_partner_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["name", "id"],
                        name="support_partner_of_all",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="support_partner_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="support_partner_original_number_is_unique",
                        violation_error_message="This centre already has a record with this original number.",
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
                        name="support_partner_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
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
            name="Contract",
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
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=15,
                        null=True,
                        verbose_name="amount",
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("KRW", "KRW won"),
                            ("USD", "USD US dollar"),
                            ("EUR", "EUR euro"),
                            ("JPY", "JPY yen"),
                            ("CNY", "CNY yuan"),
                            ("GBP", "GBP pound sterling"),
                            ("HKD", "HKD Hong Kong dollar"),
                            ("SGD", "SGD Singapore dollar"),
                            ("TWD", "TWD Taiwan dollar"),
                            ("THB", "THB baht"),
                            ("VND", "VND dong"),
                            ("IDR", "IDR rupiah"),
                            ("INR", "INR rupee"),
                            ("MYR", "MYR ringgit"),
                            ("AUD", "AUD Australian dollar"),
                            ("CAD", "CAD Canadian dollar"),
                            ("CHF", "CHF Swiss franc"),
                            ("AED", "AED dirham"),
                        ],
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                (
                    "fx_rate",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        help_text="Won for one unit of the currency; not needed for won.",
                        max_digits=11,
                        null=True,
                        verbose_name="exchange rate",
                    ),
                ),
                (
                    "fx_on",
                    models.DateField(blank=True, null=True, verbose_name="rate of"),
                ),
                (
                    "fx_source",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="source of the rate"
                    ),
                ),
                (
                    "amount_krw",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                currency="KRW",
                                then=django.db.models.functions.comparison.Cast(
                                    django.db.models.functions.math.Round("amount"),
                                    models.BigIntegerField(),
                                ),
                            ),
                            default=django.db.models.functions.comparison.Cast(
                                django.db.models.functions.math.Round(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("amount"), "*", models.F("fx_rate")
                                    )
                                ),
                                models.BigIntegerField(),
                            ),
                        ),
                        output_field=models.BigIntegerField(null=True),
                        verbose_name="amount in won",
                    ),
                ),
                (
                    "quantity",
                    models.PositiveIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000000),
                        ],
                        verbose_name="quantity",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("contract", "Contract"),
                            ("partnership", "Partnership"),
                        ],
                        default="contract",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "country",
                    records.fields.CountryField(
                        blank=True, max_length=2, verbose_name="country"
                    ),
                ),
                (
                    "title",
                    models.CharField(blank=True, max_length=300, verbose_name="title"),
                ),
                ("signed_on", models.DateField(verbose_name="signed on")),
                (
                    "ends_on",
                    models.DateField(blank=True, null=True, verbose_name="ends on"),
                ),
                (
                    "search_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=records.search.Compared(
                            models.F("title"), models.F("external_id")
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_records",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contracts",
                        to="support.partner",
                        verbose_name="overseas partner",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "verbose_name": "overseas contract",
                "verbose_name_plural": "overseas contracts",
                "ordering": ("-signed_on", "-pk"),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="support_contract_search",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "signed_on", "id"],
                        name="support_contract_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["signed_on", "id"],
                        name="support_contract_of_all",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("deleted_at__isnull", True), ("ends_on__isnull", False)
                        ),
                        fields=["centre", "ends_on", "id"],
                        name="support_contract_ending",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="support_contract_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="support_contract_original_number_is_unique",
                        violation_error_message="This centre already has a record with this original number.",
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
                        name="support_contract_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__range", (1, 1000000))),
                        name="support_contract_quantity_is_at_least_one",
                        violation_error_message="The quantity is at least 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount__isnull", True),
                            models.Q(("currency", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="support_contract_amount_has_a_currency",
                        violation_error_message="An amount needs its currency.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount__isnull", True),
                            ("amount__gte", 0),
                            _connector="OR",
                        ),
                        name="support_contract_amount_is_not_negative",
                        violation_error_message="An amount is not negative.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fx_rate__isnull", True),
                            models.Q(("fx_on__isnull", False), ("fx_rate__gt", 0)),
                            _connector="OR",
                        ),
                        name="support_contract_rate_has_its_day",
                        violation_error_message="An exchange rate is above zero and has the day it is of.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("signed_on")),
                            _connector="OR",
                        ),
                        name="support_contract_ends_after_it_is_signed",
                        violation_error_message="A contract ends after it is signed.",
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
            name="ContractEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=15,
                        null=True,
                        verbose_name="amount",
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("KRW", "KRW won"),
                            ("USD", "USD US dollar"),
                            ("EUR", "EUR euro"),
                            ("JPY", "JPY yen"),
                            ("CNY", "CNY yuan"),
                            ("GBP", "GBP pound sterling"),
                            ("HKD", "HKD Hong Kong dollar"),
                            ("SGD", "SGD Singapore dollar"),
                            ("TWD", "TWD Taiwan dollar"),
                            ("THB", "THB baht"),
                            ("VND", "VND dong"),
                            ("IDR", "IDR rupiah"),
                            ("INR", "INR rupee"),
                            ("MYR", "MYR ringgit"),
                            ("AUD", "AUD Australian dollar"),
                            ("CAD", "CAD Canadian dollar"),
                            ("CHF", "CHF Swiss franc"),
                            ("AED", "AED dirham"),
                        ],
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                (
                    "fx_rate",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        help_text="Won for one unit of the currency; not needed for won.",
                        max_digits=11,
                        null=True,
                        verbose_name="exchange rate",
                    ),
                ),
                (
                    "fx_on",
                    models.DateField(blank=True, null=True, verbose_name="rate of"),
                ),
                (
                    "fx_source",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="source of the rate"
                    ),
                ),
                (
                    "amount_krw",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                currency="KRW",
                                then=django.db.models.functions.comparison.Cast(
                                    django.db.models.functions.math.Round("amount"),
                                    models.BigIntegerField(),
                                ),
                            ),
                            default=django.db.models.functions.comparison.Cast(
                                django.db.models.functions.math.Round(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("amount"), "*", models.F("fx_rate")
                                    )
                                ),
                                models.BigIntegerField(),
                            ),
                        ),
                        output_field=models.BigIntegerField(null=True),
                        verbose_name="amount in won",
                    ),
                ),
                (
                    "quantity",
                    models.PositiveIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000000),
                        ],
                        verbose_name="quantity",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("contract", "Contract"),
                            ("partnership", "Partnership"),
                        ],
                        default="contract",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "country",
                    records.fields.CountryField(
                        blank=True, max_length=2, verbose_name="country"
                    ),
                ),
                (
                    "title",
                    models.CharField(blank=True, max_length=300, verbose_name="title"),
                ),
                ("signed_on", models.DateField(verbose_name="signed on")),
                (
                    "ends_on",
                    models.DateField(blank=True, null=True, verbose_name="ends on"),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
                        verbose_name="centre",
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
                        to="support.contract",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.partner",
                        verbose_name="overseas partner",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FilingRule",
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
                    "code",
                    models.SlugField(max_length=30, unique=True, verbose_name="code"),
                ),
                (
                    "name",
                    models.CharField(max_length=100, unique=True, verbose_name="name"),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="name in English"
                    ),
                ),
                (
                    "aliases",
                    records.fields.TextsField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="Other words for it that stand in files.",
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                (
                    "event",
                    models.CharField(
                        choices=[
                            ("priority", "Claim of priority"),
                            ("national-phase", "Entry into the national phase (PCT)"),
                            ("dependence", "Dependence on the base mark (Madrid)"),
                            ("term", "Term of protection (Madrid)"),
                        ],
                        max_length=20,
                        verbose_name="event",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("patent", "Patent"),
                            ("utility-model", "Utility model"),
                            ("design", "Design"),
                            ("trademark", "Trademark"),
                        ],
                        help_text="Empty: any kind.",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "office",
                    records.fields.OfficeField(
                        blank=True,
                        help_text="Empty: any office without its own rule.",
                        max_length=2,
                        verbose_name="office",
                    ),
                ),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(600),
                        ],
                        verbose_name="months",
                    ),
                ),
                ("as_of", models.DateField(verbose_name="as of")),
                ("source", models.CharField(max_length=300, verbose_name="source")),
                (
                    "is_verified",
                    models.BooleanField(
                        default=False,
                        help_text="Somebody has read the rule in its source; until then it is shown as unverified.",
                        verbose_name="read in the source",
                    ),
                ),
            ],
            options={
                "verbose_name": "deadline rule",
                "verbose_name_plural": "deadline rules",
                "ordering": ("pk",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "kind", "office", "as_of"),
                        name="support_rule_is_one_for_its_case_and_day",
                        violation_error_message="This event, kind and office have a rule as of this day already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("months__range", (1, 600))),
                        name="support_rule_months_are_1_to_600",
                        violation_error_message="A rule has 1 to 600 months.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FilingRuleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "code",
                    models.SlugField(
                        db_index=False, max_length=30, verbose_name="code"
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="name in English"
                    ),
                ),
                (
                    "aliases",
                    records.fields.TextsField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="Other words for it that stand in files.",
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                (
                    "event",
                    models.CharField(
                        choices=[
                            ("priority", "Claim of priority"),
                            ("national-phase", "Entry into the national phase (PCT)"),
                            ("dependence", "Dependence on the base mark (Madrid)"),
                            ("term", "Term of protection (Madrid)"),
                        ],
                        max_length=20,
                        verbose_name="event",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("patent", "Patent"),
                            ("utility-model", "Utility model"),
                            ("design", "Design"),
                            ("trademark", "Trademark"),
                        ],
                        help_text="Empty: any kind.",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "office",
                    records.fields.OfficeField(
                        blank=True,
                        help_text="Empty: any office without its own rule.",
                        max_length=2,
                        verbose_name="office",
                    ),
                ),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(600),
                        ],
                        verbose_name="months",
                    ),
                ),
                ("as_of", models.DateField(verbose_name="as of")),
                ("source", models.CharField(max_length=300, verbose_name="source")),
                (
                    "is_verified",
                    models.BooleanField(
                        default=False,
                        help_text="Somebody has read the rule in its source; until then it is shown as unverified.",
                        verbose_name="read in the source",
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
                        to="support.filingrule",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Incorporation",
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
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "quantity",
                    models.PositiveIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000000),
                        ],
                        verbose_name="quantity",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("subsidiary", "Subsidiary"),
                            ("branch", "Branch"),
                            ("liaison", "Liaison office"),
                            ("joint-venture", "Joint venture"),
                        ],
                        default="subsidiary",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "name",
                    models.CharField(blank=True, max_length=200, verbose_name="name"),
                ),
                (
                    "country",
                    records.fields.CountryField(
                        blank=True, max_length=2, verbose_name="country"
                    ),
                ),
                (
                    "city",
                    models.CharField(blank=True, max_length=100, verbose_name="city"),
                ),
                ("established_on", models.DateField(verbose_name="established on")),
                (
                    "search_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=records.search.Compared(
                            models.F("city"),
                            models.F("name"),
                            records.search.Initials(models.F("name")),
                            models.F("external_id"),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_records",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "verbose_name": "overseas incorporation",
                "verbose_name_plural": "overseas incorporations",
                "ordering": ("-established_on", "-pk"),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="support_incorporation_search",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "established_on", "id"],
                        name="support_incorp_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["established_on", "id"],
                        name="support_incorp_of_all",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="support_incorporation_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="support_incorporation_original_number_is_unique",
                        violation_error_message="This centre already has a record with this original number.",
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
                        name="support_incorporation_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__range", (1, 1000000))),
                        name="support_incorporation_quantity_is_at_least_one",
                        violation_error_message="The quantity is at least 1.",
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
            name="IncorporationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "quantity",
                    models.PositiveIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000000),
                        ],
                        verbose_name="quantity",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("subsidiary", "Subsidiary"),
                            ("branch", "Branch"),
                            ("liaison", "Liaison office"),
                            ("joint-venture", "Joint venture"),
                        ],
                        default="subsidiary",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "name",
                    models.CharField(blank=True, max_length=200, verbose_name="name"),
                ),
                (
                    "country",
                    records.fields.CountryField(
                        blank=True, max_length=2, verbose_name="country"
                    ),
                ),
                (
                    "city",
                    models.CharField(blank=True, max_length=100, verbose_name="city"),
                ),
                ("established_on", models.DateField(verbose_name="established on")),
                (
                    "centre",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
                        verbose_name="centre",
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
                        to="support.incorporation",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InvestmentLink",
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
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "search_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=records.search.Compared(models.F("external_id")),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=15,
                        null=True,
                        verbose_name="amount",
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("KRW", "KRW won"),
                            ("USD", "USD US dollar"),
                            ("EUR", "EUR euro"),
                            ("JPY", "JPY yen"),
                            ("CNY", "CNY yuan"),
                            ("GBP", "GBP pound sterling"),
                            ("HKD", "HKD Hong Kong dollar"),
                            ("SGD", "SGD Singapore dollar"),
                            ("TWD", "TWD Taiwan dollar"),
                            ("THB", "THB baht"),
                            ("VND", "VND dong"),
                            ("IDR", "IDR rupiah"),
                            ("INR", "INR rupee"),
                            ("MYR", "MYR ringgit"),
                            ("AUD", "AUD Australian dollar"),
                            ("CAD", "CAD Canadian dollar"),
                            ("CHF", "CHF Swiss franc"),
                            ("AED", "AED dirham"),
                        ],
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                (
                    "fx_rate",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        help_text="Won for one unit of the currency; not needed for won.",
                        max_digits=11,
                        null=True,
                        verbose_name="exchange rate",
                    ),
                ),
                (
                    "fx_on",
                    models.DateField(blank=True, null=True, verbose_name="rate of"),
                ),
                (
                    "fx_source",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="source of the rate"
                    ),
                ),
                (
                    "amount_krw",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                currency="KRW",
                                then=django.db.models.functions.comparison.Cast(
                                    django.db.models.functions.math.Round("amount"),
                                    models.BigIntegerField(),
                                ),
                            ),
                            default=django.db.models.functions.comparison.Cast(
                                django.db.models.functions.math.Round(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("amount"), "*", models.F("fx_rate")
                                    )
                                ),
                                models.BigIntegerField(),
                            ),
                        ),
                        output_field=models.BigIntegerField(null=True),
                        verbose_name="amount in won",
                    ),
                ),
                (
                    "quantity",
                    models.PositiveIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000000),
                        ],
                        verbose_name="quantity",
                    ),
                ),
                (
                    "round",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("seed", "Seed"),
                            ("pre-a", "Pre-A"),
                            ("a", "Series A"),
                            ("b", "Series B"),
                            ("c", "Series C and later"),
                            ("pre-ipo", "Pre-IPO"),
                            ("strategic", "Strategic"),
                        ],
                        max_length=10,
                        verbose_name="round",
                    ),
                ),
                (
                    "introduced_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="introduced on"
                    ),
                ),
                (
                    "paid_on",
                    models.DateField(
                        blank=True,
                        help_text="Counts from this day; empty while only promised.",
                        null=True,
                        verbose_name="paid on",
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_records",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "partners",
                    models.ManyToManyField(
                        blank=True,
                        related_name="investments",
                        to="support.partner",
                        verbose_name="investors",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "verbose_name": "investment link",
                "verbose_name_plural": "investment links",
                "ordering": ("-paid_on", "-pk"),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="support_investmentlink_search",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "paid_on", "id"],
                        name="support_investment_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["paid_on", "id"],
                        name="support_investment_of_all",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="support_investmentlink_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="support_investmentlink_original_number_is_unique",
                        violation_error_message="This centre already has a record with this original number.",
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
                        name="support_investmentlink_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__range", (1, 1000000))),
                        name="support_investmentlink_quantity_is_at_least_one",
                        violation_error_message="The quantity is at least 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount__isnull", True),
                            models.Q(("currency", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="support_investmentlink_amount_has_a_currency",
                        violation_error_message="An amount needs its currency.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount__isnull", True),
                            ("amount__gte", 0),
                            _connector="OR",
                        ),
                        name="support_investmentlink_amount_is_not_negative",
                        violation_error_message="An amount is not negative.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fx_rate__isnull", True),
                            models.Q(("fx_on__isnull", False), ("fx_rate__gt", 0)),
                            _connector="OR",
                        ),
                        name="support_investmentlink_rate_has_its_day",
                        violation_error_message="An exchange rate is above zero and has the day it is of.",
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
            name="InvestmentLinkEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=15,
                        null=True,
                        verbose_name="amount",
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("KRW", "KRW won"),
                            ("USD", "USD US dollar"),
                            ("EUR", "EUR euro"),
                            ("JPY", "JPY yen"),
                            ("CNY", "CNY yuan"),
                            ("GBP", "GBP pound sterling"),
                            ("HKD", "HKD Hong Kong dollar"),
                            ("SGD", "SGD Singapore dollar"),
                            ("TWD", "TWD Taiwan dollar"),
                            ("THB", "THB baht"),
                            ("VND", "VND dong"),
                            ("IDR", "IDR rupiah"),
                            ("INR", "INR rupee"),
                            ("MYR", "MYR ringgit"),
                            ("AUD", "AUD Australian dollar"),
                            ("CAD", "CAD Canadian dollar"),
                            ("CHF", "CHF Swiss franc"),
                            ("AED", "AED dirham"),
                        ],
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                (
                    "fx_rate",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        help_text="Won for one unit of the currency; not needed for won.",
                        max_digits=11,
                        null=True,
                        verbose_name="exchange rate",
                    ),
                ),
                (
                    "fx_on",
                    models.DateField(blank=True, null=True, verbose_name="rate of"),
                ),
                (
                    "fx_source",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="source of the rate"
                    ),
                ),
                (
                    "amount_krw",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                currency="KRW",
                                then=django.db.models.functions.comparison.Cast(
                                    django.db.models.functions.math.Round("amount"),
                                    models.BigIntegerField(),
                                ),
                            ),
                            default=django.db.models.functions.comparison.Cast(
                                django.db.models.functions.math.Round(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("amount"), "*", models.F("fx_rate")
                                    )
                                ),
                                models.BigIntegerField(),
                            ),
                        ),
                        output_field=models.BigIntegerField(null=True),
                        verbose_name="amount in won",
                    ),
                ),
                (
                    "quantity",
                    models.PositiveIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000000),
                        ],
                        verbose_name="quantity",
                    ),
                ),
                (
                    "round",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("seed", "Seed"),
                            ("pre-a", "Pre-A"),
                            ("a", "Series A"),
                            ("b", "Series B"),
                            ("c", "Series C and later"),
                            ("pre-ipo", "Pre-IPO"),
                            ("strategic", "Strategic"),
                        ],
                        max_length=10,
                        verbose_name="round",
                    ),
                ),
                (
                    "introduced_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="introduced on"
                    ),
                ),
                (
                    "paid_on",
                    models.DateField(
                        blank=True,
                        help_text="Counts from this day; empty while only promised.",
                        null=True,
                        verbose_name="paid on",
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
                        verbose_name="centre",
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
                        to="support.investmentlink",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InvestmentLinkPartnersEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "investmentlink",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.investmentlink",
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
                    "partner",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.partner",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConsultingCase",
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
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "fields",
                    records.fields.CodesField(
                        base_field=models.CharField(max_length=30),
                        blank=True,
                        code_list="support.ConsultingField",
                        default=list,
                        size=None,
                        verbose_name="fields",
                    ),
                ),
                (
                    "title",
                    models.CharField(blank=True, max_length=200, verbose_name="title"),
                ),
                ("request", models.TextField(blank=True, verbose_name="request")),
                (
                    "countries",
                    records.fields.CountriesField(
                        base_field=models.CharField(max_length=2),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="countries",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("visit", "Visit"),
                            ("video", "Video"),
                            ("phone", "Telephone"),
                            ("email", "E-mail"),
                            ("event", "Event"),
                        ],
                        max_length=10,
                        verbose_name="channel",
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="opened on")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("waiting", "Waiting"),
                            ("closed", "Closed"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "next_step",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="next step"
                    ),
                ),
                (
                    "next_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="next step due on"
                    ),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, null=True, verbose_name="closed on"),
                ),
                ("result", models.TextField(blank=True, verbose_name="result")),
                (
                    "satisfaction",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="1 to 5",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="satisfaction",
                    ),
                ),
                (
                    "search_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=records.search.Compared(
                            models.F("title"),
                            models.F("request"),
                            models.F("external_id"),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_records",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "officers",
                    models.ManyToManyField(
                        blank=True,
                        related_name="cases",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="officers",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "verbose_name": "consulting case",
                "verbose_name_plural": "consulting cases",
                "ordering": ("-opened_on", "-pk"),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="support_consultingcase_search",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "opened_on", "id"],
                        include=("status",),
                        name="support_case_of_centre_by_day",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["opened_on", "id"],
                        include=("status", "centre"),
                        name="support_case_by_day",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("deleted_at__isnull", True),
                            ("status__in", ("open", "waiting")),
                        ),
                        fields=["id"],
                        include=("centre", "opened_on", "status"),
                        name="support_case_open",
                    ),
                    models.Index(fields=["status"], name="support_case_by_status"),
                    models.Index(fields=["channel"], name="support_case_by_channel"),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["fields"], name="support_case_by_field"
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["countries"], name="support_case_by_country"
                    ),
                    models.Index(
                        condition=models.Q(
                            ("deleted_at__isnull", True),
                            ("status__in", ("open", "waiting")),
                        ),
                        fields=["centre", "opened_on", "id"],
                        name="support_case_open_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("deleted_at__isnull", True),
                            ("next_on__isnull", False),
                            ("status__in", ("open", "waiting")),
                        ),
                        fields=["centre", "next_on", "id"],
                        name="support_case_next_step",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="support_consultingcase_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="support_consultingcase_original_number_is_unique",
                        violation_error_message="This centre already has a record with this original number.",
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
                        name="support_consultingcase_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            ("status", "closed"),
                            _connector="OR",
                        ),
                        name="support_case_closed_on_a_day_is_closed",
                        violation_error_message="Only a closed case has a closing day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            ("closed_on__gte", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="support_case_closes_after_it_opens",
                        violation_error_message="A case closes after it opens.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("next_on__isnull", True),
                            models.Q(("next_step", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="support_case_next_day_has_its_step",
                        violation_error_message="Say what is to be done on that day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("satisfaction__isnull", True),
                            ("satisfaction__range", (1, 5)),
                            _connector="OR",
                        ),
                        name="support_case_satisfaction_is_1_to_5",
                        violation_error_message="Satisfaction is a number from 1 to 5.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "countries__contained_by",
                                [
                                    "AD",
                                    "AE",
                                    "AF",
                                    "AG",
                                    "AI",
                                    "AL",
                                    "AM",
                                    "AO",
                                    "AQ",
                                    "AR",
                                    "AS",
                                    "AT",
                                    "AU",
                                    "AW",
                                    "AX",
                                    "AZ",
                                    "BA",
                                    "BB",
                                    "BD",
                                    "BE",
                                    "BF",
                                    "BG",
                                    "BH",
                                    "BI",
                                    "BJ",
                                    "BL",
                                    "BM",
                                    "BN",
                                    "BO",
                                    "BQ",
                                    "BR",
                                    "BS",
                                    "BT",
                                    "BV",
                                    "BW",
                                    "BY",
                                    "BZ",
                                    "CA",
                                    "CC",
                                    "CD",
                                    "CF",
                                    "CG",
                                    "CH",
                                    "CI",
                                    "CK",
                                    "CL",
                                    "CM",
                                    "CN",
                                    "CO",
                                    "CR",
                                    "CU",
                                    "CV",
                                    "CW",
                                    "CX",
                                    "CY",
                                    "CZ",
                                    "DE",
                                    "DJ",
                                    "DK",
                                    "DM",
                                    "DO",
                                    "DZ",
                                    "EC",
                                    "EE",
                                    "EG",
                                    "EH",
                                    "ER",
                                    "ES",
                                    "ET",
                                    "FI",
                                    "FJ",
                                    "FK",
                                    "FM",
                                    "FO",
                                    "FR",
                                    "GA",
                                    "GB",
                                    "GD",
                                    "GE",
                                    "GF",
                                    "GG",
                                    "GH",
                                    "GI",
                                    "GL",
                                    "GM",
                                    "GN",
                                    "GP",
                                    "GQ",
                                    "GR",
                                    "GS",
                                    "GT",
                                    "GU",
                                    "GW",
                                    "GY",
                                    "HK",
                                    "HM",
                                    "HN",
                                    "HR",
                                    "HT",
                                    "HU",
                                    "ID",
                                    "IE",
                                    "IL",
                                    "IM",
                                    "IN",
                                    "IO",
                                    "IQ",
                                    "IR",
                                    "IS",
                                    "IT",
                                    "JE",
                                    "JM",
                                    "JO",
                                    "JP",
                                    "KE",
                                    "KG",
                                    "KH",
                                    "KI",
                                    "KM",
                                    "KN",
                                    "KP",
                                    "KR",
                                    "KW",
                                    "KY",
                                    "KZ",
                                    "LA",
                                    "LB",
                                    "LC",
                                    "LI",
                                    "LK",
                                    "LR",
                                    "LS",
                                    "LT",
                                    "LU",
                                    "LV",
                                    "LY",
                                    "MA",
                                    "MC",
                                    "MD",
                                    "ME",
                                    "MF",
                                    "MG",
                                    "MH",
                                    "MK",
                                    "ML",
                                    "MM",
                                    "MN",
                                    "MO",
                                    "MP",
                                    "MQ",
                                    "MR",
                                    "MS",
                                    "MT",
                                    "MU",
                                    "MV",
                                    "MW",
                                    "MX",
                                    "MY",
                                    "MZ",
                                    "NA",
                                    "NC",
                                    "NE",
                                    "NF",
                                    "NG",
                                    "NI",
                                    "NL",
                                    "NO",
                                    "NP",
                                    "NR",
                                    "NU",
                                    "NZ",
                                    "OM",
                                    "PA",
                                    "PE",
                                    "PF",
                                    "PG",
                                    "PH",
                                    "PK",
                                    "PL",
                                    "PM",
                                    "PN",
                                    "PR",
                                    "PS",
                                    "PT",
                                    "PW",
                                    "PY",
                                    "QA",
                                    "RE",
                                    "RO",
                                    "RS",
                                    "RU",
                                    "RW",
                                    "SA",
                                    "SB",
                                    "SC",
                                    "SD",
                                    "SE",
                                    "SG",
                                    "SH",
                                    "SI",
                                    "SJ",
                                    "SK",
                                    "SL",
                                    "SM",
                                    "SN",
                                    "SO",
                                    "SR",
                                    "SS",
                                    "ST",
                                    "SV",
                                    "SX",
                                    "SY",
                                    "SZ",
                                    "TC",
                                    "TD",
                                    "TF",
                                    "TG",
                                    "TH",
                                    "TJ",
                                    "TK",
                                    "TL",
                                    "TM",
                                    "TN",
                                    "TO",
                                    "TR",
                                    "TT",
                                    "TV",
                                    "TW",
                                    "TZ",
                                    "UA",
                                    "UG",
                                    "UM",
                                    "US",
                                    "UY",
                                    "UZ",
                                    "VA",
                                    "VC",
                                    "VE",
                                    "VG",
                                    "VI",
                                    "VN",
                                    "VU",
                                    "WF",
                                    "WS",
                                    "XK",
                                    "YE",
                                    "YT",
                                    "ZA",
                                    "ZM",
                                    "ZW",
                                ],
                            )
                        ),
                        name="support_case_countries_are_countries",
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
            name="Session",
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
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                ("held_on", models.DateField(verbose_name="held on")),
                (
                    "minutes",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1440)],
                        verbose_name="minutes",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("visit", "Visit"),
                            ("video", "Video"),
                            ("phone", "Telephone"),
                            ("email", "E-mail"),
                            ("event", "Event"),
                        ],
                        max_length=10,
                        verbose_name="channel",
                    ),
                ),
                (
                    "expert",
                    models.CharField(blank=True, max_length=100, verbose_name="expert"),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "search_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=records.search.Compared(
                            models.F("note"),
                            models.F("expert"),
                            records.search.Initials(models.F("expert")),
                            models.F("external_id"),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="support.consultingcase",
                        verbose_name="consulting case",
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_records",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
            ],
            options={
                "verbose_name": "consulting session",
                "verbose_name_plural": "consulting sessions",
                "ordering": ("-held_on", "-pk"),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="support_session_search",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "held_on", "id"],
                        include=("case", "minutes"),
                        name="support_session_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["held_on", "id"],
                        name="support_session_by_day",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="support_session_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="support_session_original_number_is_unique",
                        violation_error_message="This centre already has a record with this original number.",
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
                        name="support_session_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minutes__isnull", True),
                            ("minutes__lte", 1440),
                            _connector="OR",
                        ),
                        name="support_session_fits_into_a_day",
                        violation_error_message="A session has at most 1,440 minutes.",
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
            name="Logged",
            fields=[
                (
                    "key",
                    models.UUIDField(
                        primary_key=True, serialize=False, verbose_name="key"
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="at")),
                ("content", models.CharField(max_length=64, verbose_name="content")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="logged",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "cases",
                    models.ManyToManyField(
                        related_name="logged",
                        to="support.consultingcase",
                        verbose_name="consulting cases",
                    ),
                ),
                (
                    "sessions",
                    models.ManyToManyField(
                        related_name="logged",
                        to="support.session",
                        verbose_name="consulting sessions",
                    ),
                ),
            ],
            options={
                "verbose_name": "log entry",
                "verbose_name_plural": "log entries",
                "ordering": ("-at", "-pk"),
                "indexes": [
                    models.Index(fields=["by", "-at"], name="support_logged_by_latest")
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
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
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "search_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=records.search.Compared(models.F("external_id")),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("resident", "Resident"), ("member", "Member")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("joined_on", models.DateField(verbose_name="joined on")),
                (
                    "left_on",
                    models.DateField(blank=True, null=True, verbose_name="left on"),
                ),
                (
                    "graduated",
                    models.BooleanField(default=False, verbose_name="graduated"),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_records",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "verbose_name_plural": "memberships",
                "ordering": ("-pk",),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="support_membership_search",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "joined_on", "id"],
                        name="support_membership_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["joined_on", "id"],
                        name="support_membership_of_all",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="support_membership_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="support_membership_original_number_is_unique",
                        violation_error_message="This centre already has a record with this original number.",
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
                        name="support_membership_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("left_on__isnull", True),
                            ("left_on__gte", models.F("joined_on")),
                            _connector="OR",
                        ),
                        name="support_membership_is_left_after_it_is_joined",
                        violation_error_message="A member leaves after joining.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("graduated", False),
                            ("left_on__isnull", False),
                            _connector="OR",
                        ),
                        name="support_membership_graduates_on_a_day",
                        violation_error_message="Say on which day the graduate left.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=("centre", "startup", "kind", "joined_on"),
                        name="support_membership_is_entered_once",
                        violation_error_message="This membership is there already.",
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
            name="MembershipEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "kind",
                    models.CharField(
                        choices=[("resident", "Resident"), ("member", "Member")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("joined_on", models.DateField(verbose_name="joined on")),
                (
                    "left_on",
                    models.DateField(blank=True, null=True, verbose_name="left on"),
                ),
                (
                    "graduated",
                    models.BooleanField(default=False, verbose_name="graduated"),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
                        verbose_name="centre",
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
                        to="support.membership",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Merge",
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
                    "merged_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="merged at"
                    ),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="reason")),
                (
                    "values_before",
                    models.JSONField(
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                    ),
                ),
                ("moved", models.JSONField(default=list)),
                ("last_event", models.BigIntegerField(editable=False)),
                (
                    "undone_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="undone at"
                    ),
                ),
                (
                    "undone_reason",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="reason for undoing"
                    ),
                ),
                (
                    "merged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merges",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="merged by",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_merges",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="undone by",
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merges",
                        to="support.startup",
                        verbose_name="start-up that stays",
                    ),
                ),
                (
                    "merged",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_into",
                        to="support.startup",
                        verbose_name="start-up merged into it",
                    ),
                ),
            ],
            options={
                "verbose_name": "merge",
                "verbose_name_plural": "merges",
                "ordering": ("-merged_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kept", models.F("merged")), _negated=True),
                        name="support_merge_is_of_two_start_ups",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("undone_at__isnull", True),
                                ("undone_by__isnull", True),
                                ("undone_reason", ""),
                            ),
                            models.Q(
                                ("undone_at__isnull", False),
                                ("undone_by__isnull", False),
                                models.Q(("undone_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="support_merge_is_undone_by_somebody_with_a_reason",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at__isnull", True)),
                        fields=("merged",),
                        name="support_merge_takes_a_start_up_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OverseasFiling",
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
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "quantity",
                    models.PositiveIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000000),
                        ],
                        verbose_name="quantity",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("patent", "Patent"),
                            ("utility-model", "Utility model"),
                            ("design", "Design"),
                            ("trademark", "Trademark"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "title",
                    models.CharField(blank=True, max_length=300, verbose_name="title"),
                ),
                (
                    "office",
                    records.fields.OfficeField(
                        blank=True, max_length=2, verbose_name="office"
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("direct", "Direct"),
                            ("paris", "Paris Convention"),
                            ("pct", "PCT"),
                            ("madrid", "Madrid Protocol"),
                            ("hague", "Hague Agreement"),
                        ],
                        max_length=10,
                        verbose_name="route",
                    ),
                ),
                (
                    "application_no",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="application number"
                    ),
                ),
                (
                    "filed_on",
                    models.DateField(blank=True, null=True, verbose_name="filed on"),
                ),
                (
                    "priority_no",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="priority number"
                    ),
                ),
                (
                    "priority_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="priority date"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("preparing", "Preparing"),
                            ("filed", "Filed"),
                            ("published", "Published"),
                            ("registered", "Registered"),
                            ("refused", "Refused"),
                            ("abandoned", "Abandoned"),
                        ],
                        default="filed",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "published_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="published on"
                    ),
                ),
                (
                    "registered_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="registered on"
                    ),
                ),
                (
                    "agent",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="patent attorney"
                    ),
                ),
                (
                    "search_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=records.search.Compared(
                            models.F("title"),
                            models.F("application_no"),
                            models.F("external_id"),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_records",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "verbose_name": "overseas filing",
                "verbose_name_plural": "overseas filings",
                "ordering": ("-filed_on", "-pk"),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="support_overseasfiling_search",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "filed_on", "id"],
                        name="support_filing_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["filed_on", "id"],
                        name="support_filing_of_all",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("deleted_at__isnull", True), ("status", "preparing")
                        ),
                        fields=["centre", "priority_on", "id"],
                        name="support_filing_to_be_filed",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("deleted_at__isnull", True), ("office", "WO")
                        ),
                        fields=["centre", "route", "id"],
                        name="support_filing_international",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="support_overseasfiling_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="support_overseasfiling_original_number_is_unique",
                        violation_error_message="This centre already has a record with this original number.",
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
                        name="support_overseasfiling_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__range", (1, 1000000))),
                        name="support_overseasfiling_quantity_is_at_least_one",
                        violation_error_message="The quantity is at least 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("filed_on__isnull", True), ("status", "preparing")
                            ),
                            models.Q(
                                models.Q(("status", "preparing"), _negated=True),
                                ("filed_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="support_filing_is_filed_on_a_day",
                        violation_error_message="A filing has its day, and one in preparation has none yet.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("registered_on__isnull", True),
                            ("registered_on__gte", models.F("filed_on")),
                            _connector="OR",
                        ),
                        name="support_filing_is_registered_after_it_is_filed",
                        violation_error_message="A right is registered after its filing.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("application_no", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "office", "application_no"),
                        name="support_filing_application_number_is_unique",
                        violation_error_message="This application number is entered for this office already.",
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
            name="OverseasFilingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "quantity",
                    models.PositiveIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000000),
                        ],
                        verbose_name="quantity",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("patent", "Patent"),
                            ("utility-model", "Utility model"),
                            ("design", "Design"),
                            ("trademark", "Trademark"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "title",
                    models.CharField(blank=True, max_length=300, verbose_name="title"),
                ),
                (
                    "office",
                    records.fields.OfficeField(
                        blank=True, max_length=2, verbose_name="office"
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("direct", "Direct"),
                            ("paris", "Paris Convention"),
                            ("pct", "PCT"),
                            ("madrid", "Madrid Protocol"),
                            ("hague", "Hague Agreement"),
                        ],
                        max_length=10,
                        verbose_name="route",
                    ),
                ),
                (
                    "application_no",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="application number"
                    ),
                ),
                (
                    "filed_on",
                    models.DateField(blank=True, null=True, verbose_name="filed on"),
                ),
                (
                    "priority_no",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="priority number"
                    ),
                ),
                (
                    "priority_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="priority date"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("preparing", "Preparing"),
                            ("filed", "Filed"),
                            ("published", "Published"),
                            ("registered", "Registered"),
                            ("refused", "Refused"),
                            ("abandoned", "Abandoned"),
                        ],
                        default="filed",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "published_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="published on"
                    ),
                ),
                (
                    "registered_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="registered on"
                    ),
                ),
                (
                    "agent",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="patent attorney"
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
                        verbose_name="centre",
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
                        to="support.overseasfiling",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Programme",
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
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1990),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(blank=True, null=True, verbose_name="starts on"),
                ),
                (
                    "ends_on",
                    models.DateField(blank=True, null=True, verbose_name="ends on"),
                ),
                (
                    "budget_krw",
                    models.BigIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(10000000000000000),
                        ],
                        verbose_name="budget in won",
                    ),
                ),
                (
                    "search_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=records.search.Compared(
                            models.F("name"),
                            records.search.Initials(models.F("name")),
                            models.F("external_id"),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_records",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
            ],
            options={
                "verbose_name": "support programme",
                "verbose_name_plural": "support programmes",
                "ordering": ("-year", "-pk"),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="support_programme_search",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "year", "id"],
                        name="support_programme_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["year", "id"],
                        name="support_programme_of_all",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="support_programme_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="support_programme_original_number_is_unique",
                        violation_error_message="This centre already has a record with this original number.",
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
                        name="support_programme_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=("centre", "name", "year"),
                        name="support_programme_is_entered_once",
                        violation_error_message="This programme is there for this year.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="support_programme_ends_after_it_starts",
                        violation_error_message="A programme ends after it starts.",
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
            name="Participation",
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
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "search_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=records.search.Compared(models.F("external_id")),
                        output_field=models.TextField(),
                    ),
                ),
                ("selected_on", models.DateField(verbose_name="selected on")),
                (
                    "grant_krw",
                    models.BigIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(10000000000000000),
                        ],
                        verbose_name="grant in won",
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_records",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="support.programme",
                        verbose_name="support programme",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "verbose_name": "programme participation",
                "verbose_name_plural": "programme participations",
                "ordering": ("-selected_on", "-pk"),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="support_participation_search",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "selected_on", "id"],
                        name="support_selected_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["selected_on", "id"],
                        name="support_selected_of_all",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="support_participation_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="support_participation_original_number_is_unique",
                        violation_error_message="This centre already has a record with this original number.",
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
                        name="support_participation_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=("programme", "startup"),
                        name="support_participation_is_entered_once",
                        violation_error_message="This start-up takes part already.",
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
            name="ParticipationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                ("selected_on", models.DateField(verbose_name="selected on")),
                (
                    "grant_krw",
                    models.BigIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(10000000000000000),
                        ],
                        verbose_name="grant in won",
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
                        verbose_name="centre",
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
                        to="support.participation",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.programme",
                        verbose_name="support programme",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PartnerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="name in English"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("investor", "Investor"),
                            ("company", "Company"),
                            ("agency", "Agency"),
                            ("government", "Government"),
                            ("local-government", "Local government"),
                            ("university", "University"),
                            ("accelerator", "Accelerator"),
                            ("international", "International organisation"),
                            ("other", "Other"),
                        ],
                        default="company",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "country",
                    records.fields.CountryField(
                        blank=True, max_length=2, verbose_name="country"
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
                        verbose_name="centre",
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
                        to="support.partner",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProgrammeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1990),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(blank=True, null=True, verbose_name="starts on"),
                ),
                (
                    "ends_on",
                    models.DateField(blank=True, null=True, verbose_name="ends on"),
                ),
                (
                    "budget_krw",
                    models.BigIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(10000000000000000),
                        ],
                        verbose_name="budget in won",
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
                        verbose_name="centre",
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
                        to="support.programme",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SessionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                ("held_on", models.DateField(verbose_name="held on")),
                (
                    "minutes",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1440)],
                        verbose_name="minutes",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("visit", "Visit"),
                            ("video", "Video"),
                            ("phone", "Telephone"),
                            ("email", "E-mail"),
                            ("event", "Event"),
                        ],
                        max_length=10,
                        verbose_name="channel",
                    ),
                ),
                (
                    "expert",
                    models.CharField(blank=True, max_length=100, verbose_name="expert"),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.consultingcase",
                        verbose_name="consulting case",
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
                        verbose_name="centre",
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
                        to="support.session",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StartupEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="name in English"
                    ),
                ),
                (
                    "biz_reg_no",
                    support.registration.BusinessNumberField(
                        blank=True,
                        help_text="NNN-NN-NNNNN; empty before the company is founded.",
                        max_length=20,
                        verbose_name="business number",
                    ),
                ),
                (
                    "corp_reg_no",
                    support.registration.CorporateNumberField(
                        blank=True, max_length=20, verbose_name="corporate number"
                    ),
                ),
                (
                    "ceo_name",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="chief executive"
                    ),
                ),
                (
                    "founded_on",
                    models.DateField(blank=True, null=True, verbose_name="founded on"),
                ),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("IT", "IT"),
                            ("BT", "BT"),
                            ("CT", "CT"),
                            ("NT", "NT"),
                            ("OTHER", "Other"),
                        ],
                        max_length=10,
                        verbose_name="sector",
                    ),
                ),
                (
                    "size",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("large", "Large"),
                            ("mid", "Mid-sized"),
                            ("sme", "SME"),
                        ],
                        max_length=10,
                        verbose_name="company size",
                    ),
                ),
                (
                    "zone",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pangyo-1", "Pangyo 1"),
                            ("pangyo-2", "Pangyo 2"),
                            ("other", "Other"),
                        ],
                        max_length=10,
                        verbose_name="zone",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="address"
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "tags",
                    records.fields.TextsField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="tags",
                    ),
                ),
                (
                    "aliases",
                    records.fields.TextsField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="Former names and numbers by which it is found as well.",
                        size=None,
                        verbose_name="other names",
                    ),
                ),
                (
                    "name_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Lower(
                                models.Func(
                                    django.db.models.functions.comparison.Cast(
                                        models.F("name"), models.TextField()
                                    ),
                                    output_field=models.TextField(),
                                    template="normalize(%(expressions)s, NFKC)",
                                )
                            ),
                            models.Value(
                                "주식회사|유한회사|유한책임회사|㈜|㈐|\\(주\\)|\\(유\\)|（주）|,?\\s*(co\\.?,?\\s*ltd\\.?|inc\\.?|corp\\.?|corporation|ltd\\.?|llc)\\s*$|[^[:alnum:]]"
                            ),
                            models.Value(""),
                            models.Value("g"),
                            function="regexp_replace",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                        verbose_name="name as compared",
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
                        verbose_name="centre",
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
                        to="support.startup",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TenantReturn",
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
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "search_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=records.search.Compared(models.F("external_id")),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1990),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "zone",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pangyo-1", "Pangyo 1"),
                            ("pangyo-2", "Pangyo 2"),
                            ("other", "Other"),
                        ],
                        max_length=10,
                        verbose_name="zone",
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("IT", "IT"),
                            ("BT", "BT"),
                            ("CT", "CT"),
                            ("NT", "NT"),
                            ("OTHER", "Other"),
                        ],
                        max_length=10,
                        verbose_name="sector",
                    ),
                ),
                (
                    "size",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("large", "Large"),
                            ("mid", "Mid-sized"),
                            ("sme", "SME"),
                        ],
                        max_length=10,
                        verbose_name="company size",
                    ),
                ),
                (
                    "revenue_krw",
                    models.BigIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(10000000000000000),
                        ],
                        verbose_name="revenue in won",
                    ),
                ),
                (
                    "employees",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="employees",
                    ),
                ),
                (
                    "female",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="female employees",
                    ),
                ),
                (
                    "rnd",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="research staff",
                    ),
                ),
                (
                    "hired",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="newly hired",
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_records",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tenant_returns",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "verbose_name": "tenant return",
                "verbose_name_plural": "tenant returns",
                "ordering": ("-year", "-pk"),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="support_tenantreturn_search",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "year", "id"],
                        name="support_tenant_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["year", "id"],
                        name="support_tenant_by_year",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="support_tenantreturn_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="support_tenantreturn_original_number_is_unique",
                        violation_error_message="This centre already has a record with this original number.",
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
                        name="support_tenantreturn_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=("centre", "startup", "year"),
                        name="support_tenant_returns_once_a_year",
                        violation_error_message="This tenant's return is there already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("female__isnull", True),
                                ("female__lte", models.F("employees")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("rnd__isnull", True),
                                ("rnd__lte", models.F("employees")),
                                _connector="OR",
                            ),
                        ),
                        name="support_tenant_parts_fit_into_the_whole",
                        violation_error_message="Female employees and research staff are part of all employees.",
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
            name="TenantReturnEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1990),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "zone",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pangyo-1", "Pangyo 1"),
                            ("pangyo-2", "Pangyo 2"),
                            ("other", "Other"),
                        ],
                        max_length=10,
                        verbose_name="zone",
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("IT", "IT"),
                            ("BT", "BT"),
                            ("CT", "CT"),
                            ("NT", "NT"),
                            ("OTHER", "Other"),
                        ],
                        max_length=10,
                        verbose_name="sector",
                    ),
                ),
                (
                    "size",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("large", "Large"),
                            ("mid", "Mid-sized"),
                            ("sme", "SME"),
                        ],
                        max_length=10,
                        verbose_name="company size",
                    ),
                ),
                (
                    "revenue_krw",
                    models.BigIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(10000000000000000),
                        ],
                        verbose_name="revenue in won",
                    ),
                ),
                (
                    "employees",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="employees",
                    ),
                ),
                (
                    "female",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="female employees",
                    ),
                ),
                (
                    "rnd",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="research staff",
                    ),
                ),
                (
                    "hired",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="newly hired",
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
                        verbose_name="centre",
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
                        to="support.tenantreturn",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConsultingCaseEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(
                        db_default="",
                        editable=False,
                        max_length=20,
                        verbose_name="reference",
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="The number it had in the sheet or system it came from.",
                        max_length=60,
                        verbose_name="original number",
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "fields",
                    records.fields.CodesField(
                        base_field=models.CharField(max_length=30),
                        blank=True,
                        code_list="support.ConsultingField",
                        default=list,
                        size=None,
                        verbose_name="fields",
                    ),
                ),
                (
                    "title",
                    models.CharField(blank=True, max_length=200, verbose_name="title"),
                ),
                ("request", models.TextField(blank=True, verbose_name="request")),
                (
                    "countries",
                    records.fields.CountriesField(
                        base_field=models.CharField(max_length=2),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="countries",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("visit", "Visit"),
                            ("video", "Video"),
                            ("phone", "Telephone"),
                            ("email", "E-mail"),
                            ("event", "Event"),
                        ],
                        max_length=10,
                        verbose_name="channel",
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="opened on")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("waiting", "Waiting"),
                            ("closed", "Closed"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "next_step",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="next step"
                    ),
                ),
                (
                    "next_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="next step due on"
                    ),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, null=True, verbose_name="closed on"),
                ),
                ("result", models.TextField(blank=True, verbose_name="result")),
                (
                    "satisfaction",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="1 to 5",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="satisfaction",
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
                        verbose_name="centre",
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
                        to="support.consultingcase",
                    ),
                ),
                (
                    "startup",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.startup",
                        verbose_name="start-up",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConsultingCaseOfficersEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "consultingcase",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.consultingcase",
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
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConsultingCaseOfficers",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("support.consultingcase_officers",),
        ),
        migrations.CreateModel(
            name="InvestmentLinkPartners",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("support.investmentlink_partners",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultingfield",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_consultingfieldevent" ("aliases", "code", "id", "name", "name_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aliases", NEW."code", NEW."id", NEW."name", NEW."name_en", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="5748e5890fb5ebd61d0aa1f937056c5a03c27cc8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f76df",
                    table="support_consultingfield",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultingfield",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "support_consultingfieldevent" ("aliases", "code", "id", "name", "name_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aliases", NEW."code", NEW."id", NEW."name", NEW."name_en", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="d495c3040732d7806fd4af9fc925400835a8752e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6632d",
                    table="support_consultingfield",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultingfield",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_consultingfieldevent" ("aliases", "code", "id", "name", "name_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."aliases", OLD."code", OLD."id", OLD."name", OLD."name_en", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="f8793a42386d53d1a11b725a86fcbf76e74f7015",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_da081",
                    table="support_consultingfield",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="filingrule",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_filingruleevent" ("aliases", "as_of", "code", "event", "id", "is_verified", "kind", "months", "name", "name_en", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."aliases", NEW."as_of", NEW."code", NEW."event", NEW."id", NEW."is_verified", NEW."kind", NEW."months", NEW."name", NEW."name_en", NEW."office", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source"); RETURN NULL;',
                    hash="b410e2b144c96aa62076dde841064afd63262f26",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8e941",
                    table="support_filingrule",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="filingrule",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "support_filingruleevent" ("aliases", "as_of", "code", "event", "id", "is_verified", "kind", "months", "name", "name_en", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."aliases", NEW."as_of", NEW."code", NEW."event", NEW."id", NEW."is_verified", NEW."kind", NEW."months", NEW."name", NEW."name_en", NEW."office", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source"); RETURN NULL;',
                    hash="4928221553445eed8f7a4c598db2c3976eb241ff",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1beff",
                    table="support_filingrule",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="filingrule",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_filingruleevent" ("aliases", "as_of", "code", "event", "id", "is_verified", "kind", "months", "name", "name_en", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (OLD."aliases", OLD."as_of", OLD."code", OLD."event", OLD."id", OLD."is_verified", OLD."kind", OLD."months", OLD."name", OLD."name_en", OLD."office", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source"); RETURN NULL;',
                    hash="eeaf1cdde2b29bde4d9f86fead9b46e46dfb3375",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0398b",
                    table="support_filingrule",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultingcaseofficersevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="04e7e2cc97d58f613c747f8819a7e7124f2460ed",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ffc59",
                    table="support_consultingcaseofficersevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultingfieldevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bad6332cbb08520b12943fc1316989129c290a6f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_dbccc",
                    table="support_consultingfieldevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="filingruleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="04c22bfa6d06c642f315d257c87d7bed29328218",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_04a44",
                    table="support_filingruleevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partner",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="622a186f12ade833d9b9eaf5ee95f1be15abd9b1",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_abbd6",
                    table="support_partner",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partner",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_partnerevent" ("centre_id", "country", "deleted_at", "deleted_reason", "external_id", "id", "kind", "name", "name_en", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") VALUES (NEW."centre_id", NEW."country", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."id", NEW."kind", NEW."name", NEW."name_en", NEW."notes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference"); RETURN NULL;',
                    hash="8a02d4d7f9fbaff7981cdef0e47d40c9ed67a396",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c2473",
                    table="support_partner",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partner",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."country" IS DISTINCT FROM (NEW."country") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                    func='INSERT INTO "support_partnerevent" ("centre_id", "country", "deleted_at", "deleted_reason", "external_id", "id", "kind", "name", "name_en", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") VALUES (NEW."centre_id", NEW."country", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."id", NEW."kind", NEW."name", NEW."name_en", NEW."notes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference"); RETURN NULL;',
                    hash="0afadc8874fbf57da4c8813ae920db147ee5420d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fcaf8",
                    table="support_partner",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partner",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_partnerevent" ("centre_id", "country", "deleted_at", "deleted_reason", "external_id", "id", "kind", "name", "name_en", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") VALUES (OLD."centre_id", OLD."country", OLD."deleted_at", OLD."deleted_reason", OLD."external_id", OLD."id", OLD."kind", OLD."name", OLD."name_en", OLD."notes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference"); RETURN NULL;',
                    hash="3bf63807c6160712c6b7d9004a476c241d3f4542",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9bb05",
                    table="support_partner",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investmentlinkpartnersevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="71ac958e0825cafa72e1945cddd5a71d2f1be7d6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c01cb",
                    table="support_investmentlinkpartnersevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9c6104e90a0e10ef4fe137f6decc120e17f6a964",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_73ecc",
                    table="support_partnerevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="61d73c5d62932fbb825a5c573fdb2c3907986505",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_2430f",
                    table="support_programme",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_programmeevent" ("budget_krw", "centre_id", "deleted_at", "deleted_reason", "ends_on", "external_id", "id", "name", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "year") VALUES (NEW."budget_krw", NEW."centre_id", NEW."deleted_at", NEW."deleted_reason", NEW."ends_on", NEW."external_id", NEW."id", NEW."name", NEW."notes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."starts_on", NEW."year"); RETURN NULL;',
                    hash="554e4952ab5e518645f8c0613a9bd02459016f72",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9b15a",
                    table="support_programme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."budget_krw" IS DISTINCT FROM (NEW."budget_krw") OR OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."year" IS DISTINCT FROM (NEW."year"))',
                    func='INSERT INTO "support_programmeevent" ("budget_krw", "centre_id", "deleted_at", "deleted_reason", "ends_on", "external_id", "id", "name", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "year") VALUES (NEW."budget_krw", NEW."centre_id", NEW."deleted_at", NEW."deleted_reason", NEW."ends_on", NEW."external_id", NEW."id", NEW."name", NEW."notes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."starts_on", NEW."year"); RETURN NULL;',
                    hash="8d8074a2490e0ed052dfcc9cf626f2a9949588dd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_148f0",
                    table="support_programme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_programmeevent" ("budget_krw", "centre_id", "deleted_at", "deleted_reason", "ends_on", "external_id", "id", "name", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "year") VALUES (OLD."budget_krw", OLD."centre_id", OLD."deleted_at", OLD."deleted_reason", OLD."ends_on", OLD."external_id", OLD."id", OLD."name", OLD."notes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference", OLD."starts_on", OLD."year"); RETURN NULL;',
                    hash="11cf79dda8b89f44731e29b655c18b2d4fc214be",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3f252",
                    table="support_programme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programmeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="870a39084bf7a8b9b9271efc24b2272ffe38b550",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_70e3a",
                    table="support_programmeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="be484d4841fc8023bfc7e05e7977791e3be48fb3",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_3ce1c",
                    table="support_session",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_sessionevent" ("case_id", "centre_id", "channel", "deleted_at", "deleted_reason", "expert", "external_id", "held_on", "id", "minutes", "note", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") VALUES (NEW."case_id", NEW."centre_id", NEW."channel", NEW."deleted_at", NEW."deleted_reason", NEW."expert", NEW."external_id", NEW."held_on", NEW."id", NEW."minutes", NEW."note", NEW."notes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference"); RETURN NULL;',
                    hash="f0ecf57e4dfd6b5835cf1c9ece1e7c7a2e4212e8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0420d",
                    table="support_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."expert" IS DISTINCT FROM (NEW."expert") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."held_on" IS DISTINCT FROM (NEW."held_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."minutes" IS DISTINCT FROM (NEW."minutes") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                    func='INSERT INTO "support_sessionevent" ("case_id", "centre_id", "channel", "deleted_at", "deleted_reason", "expert", "external_id", "held_on", "id", "minutes", "note", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") VALUES (NEW."case_id", NEW."centre_id", NEW."channel", NEW."deleted_at", NEW."deleted_reason", NEW."expert", NEW."external_id", NEW."held_on", NEW."id", NEW."minutes", NEW."note", NEW."notes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference"); RETURN NULL;',
                    hash="56a4d41da22ed0c3d5496426723e39773d28b197",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_aaba9",
                    table="support_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_sessionevent" ("case_id", "centre_id", "channel", "deleted_at", "deleted_reason", "expert", "external_id", "held_on", "id", "minutes", "note", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") VALUES (OLD."case_id", OLD."centre_id", OLD."channel", OLD."deleted_at", OLD."deleted_reason", OLD."expert", OLD."external_id", OLD."held_on", OLD."id", OLD."minutes", OLD."note", OLD."notes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference"); RETURN NULL;',
                    hash="f2c3bec79c96ff2148e24e1a5fe6e01155e5f0df",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2ccce",
                    table="support_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sessionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a9ce420188b67c850a10cbbf4a3a3e4814af4289",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_47f9f",
                    table="support_sessionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="startup",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="668a75f918255dcb807f6ef80598cb17d162e909",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_97af2",
                    table="support_startup",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="startup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_startupevent" ("address", "aliases", "biz_reg_no", "centre_id", "ceo_name", "corp_reg_no", "deleted_at", "deleted_reason", "external_id", "founded_on", "id", "name", "name_en", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sector", "size", "tags", "website", "zone") VALUES (NEW."address", NEW."aliases", NEW."biz_reg_no", NEW."centre_id", NEW."ceo_name", NEW."corp_reg_no", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."founded_on", NEW."id", NEW."name", NEW."name_en", NEW."notes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."sector", NEW."size", NEW."tags", NEW."website", NEW."zone"); RETURN NULL;',
                    hash="e419a6aa9f88e41faeed026dfa8ae2aa8e3dd263",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1386b",
                    table="support_startup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="startup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."aliases" IS DISTINCT FROM (NEW."aliases") OR OLD."biz_reg_no" IS DISTINCT FROM (NEW."biz_reg_no") OR OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."ceo_name" IS DISTINCT FROM (NEW."ceo_name") OR OLD."corp_reg_no" IS DISTINCT FROM (NEW."corp_reg_no") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."founded_on" IS DISTINCT FROM (NEW."founded_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."name_key" IS DISTINCT FROM (NEW."name_key") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."sector" IS DISTINCT FROM (NEW."sector") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."tags" IS DISTINCT FROM (NEW."tags") OR OLD."website" IS DISTINCT FROM (NEW."website") OR OLD."zone" IS DISTINCT FROM (NEW."zone"))',
                    func='INSERT INTO "support_startupevent" ("address", "aliases", "biz_reg_no", "centre_id", "ceo_name", "corp_reg_no", "deleted_at", "deleted_reason", "external_id", "founded_on", "id", "name", "name_en", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sector", "size", "tags", "website", "zone") VALUES (NEW."address", NEW."aliases", NEW."biz_reg_no", NEW."centre_id", NEW."ceo_name", NEW."corp_reg_no", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."founded_on", NEW."id", NEW."name", NEW."name_en", NEW."notes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."sector", NEW."size", NEW."tags", NEW."website", NEW."zone"); RETURN NULL;',
                    hash="69c5f5a2f9a5317b79140f69fd7419ae4dcd131c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5f4dd",
                    table="support_startup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="startup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_startupevent" ("address", "aliases", "biz_reg_no", "centre_id", "ceo_name", "corp_reg_no", "deleted_at", "deleted_reason", "external_id", "founded_on", "id", "name", "name_en", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sector", "size", "tags", "website", "zone") VALUES (OLD."address", OLD."aliases", OLD."biz_reg_no", OLD."centre_id", OLD."ceo_name", OLD."corp_reg_no", OLD."deleted_at", OLD."deleted_reason", OLD."external_id", OLD."founded_on", OLD."id", OLD."name", OLD."name_en", OLD."notes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference", OLD."sector", OLD."size", OLD."tags", OLD."website", OLD."zone"); RETURN NULL;',
                    hash="01dfc703f7f83c9249055b8998c1057fc76872cf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_38580",
                    table="support_startup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="df3f62baa683de1e152d0f98168449badc74ed3b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8c141",
                    table="support_participationevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participation",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="915cd665b068bb3ed4a422c01cb92cb4a9c82e76",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_9ac43",
                    table="support_participation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_participationevent" ("centre_id", "deleted_at", "deleted_reason", "external_id", "grant_krw", "id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "reference", "selected_on", "startup_id") VALUES (NEW."centre_id", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."grant_krw", NEW."id", NEW."notes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."reference", NEW."selected_on", NEW."startup_id"); RETURN NULL;',
                    hash="5e36a726dee637ddf2371aa7ec3b5bc7ee8845d6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c95b8",
                    table="support_participation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."grant_krw" IS DISTINCT FROM (NEW."grant_krw") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."selected_on" IS DISTINCT FROM (NEW."selected_on") OR OLD."startup_id" IS DISTINCT FROM (NEW."startup_id"))',
                    func='INSERT INTO "support_participationevent" ("centre_id", "deleted_at", "deleted_reason", "external_id", "grant_krw", "id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "reference", "selected_on", "startup_id") VALUES (NEW."centre_id", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."grant_krw", NEW."id", NEW."notes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programme_id", NEW."reference", NEW."selected_on", NEW."startup_id"); RETURN NULL;',
                    hash="869b87db819ba39fb56ab5584f3685edd40981f4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fe5a6",
                    table="support_participation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_participationevent" ("centre_id", "deleted_at", "deleted_reason", "external_id", "grant_krw", "id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "reference", "selected_on", "startup_id") VALUES (OLD."centre_id", OLD."deleted_at", OLD."deleted_reason", OLD."external_id", OLD."grant_krw", OLD."id", OLD."notes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."reference", OLD."selected_on", OLD."startup_id"); RETURN NULL;',
                    hash="46f21af6830c775e5a5f6a7a5920a3d1ba758de9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ef212",
                    table="support_participation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overseasfilingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3f3626601ff0f01053fbeedf2f5e8305a9a7ec0b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_36287",
                    table="support_overseasfilingevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overseasfiling",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="8d71e93f7fc34aca9b583ae4b0076588a2483a26",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_ab6a1",
                    table="support_overseasfiling",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overseasfiling",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_overseasfilingevent" ("agent", "application_no", "centre_id", "deleted_at", "deleted_reason", "external_id", "filed_on", "id", "kind", "notes", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority_no", "priority_on", "published_on", "quantity", "reference", "registered_on", "route", "startup_id", "status", "title") VALUES (NEW."agent", NEW."application_no", NEW."centre_id", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."filed_on", NEW."id", NEW."kind", NEW."notes", NEW."office", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."priority_no", NEW."priority_on", NEW."published_on", NEW."quantity", NEW."reference", NEW."registered_on", NEW."route", NEW."startup_id", NEW."status", NEW."title"); RETURN NULL;',
                    hash="bd7772c637fb5fd513fbcf07f5ca00388975b67d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_44841",
                    table="support_overseasfiling",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overseasfiling",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agent" IS DISTINCT FROM (NEW."agent") OR OLD."application_no" IS DISTINCT FROM (NEW."application_no") OR OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."filed_on" IS DISTINCT FROM (NEW."filed_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."office" IS DISTINCT FROM (NEW."office") OR OLD."priority_no" IS DISTINCT FROM (NEW."priority_no") OR OLD."priority_on" IS DISTINCT FROM (NEW."priority_on") OR OLD."published_on" IS DISTINCT FROM (NEW."published_on") OR OLD."quantity" IS DISTINCT FROM (NEW."quantity") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."registered_on" IS DISTINCT FROM (NEW."registered_on") OR OLD."route" IS DISTINCT FROM (NEW."route") OR OLD."startup_id" IS DISTINCT FROM (NEW."startup_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                    func='INSERT INTO "support_overseasfilingevent" ("agent", "application_no", "centre_id", "deleted_at", "deleted_reason", "external_id", "filed_on", "id", "kind", "notes", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority_no", "priority_on", "published_on", "quantity", "reference", "registered_on", "route", "startup_id", "status", "title") VALUES (NEW."agent", NEW."application_no", NEW."centre_id", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."filed_on", NEW."id", NEW."kind", NEW."notes", NEW."office", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."priority_no", NEW."priority_on", NEW."published_on", NEW."quantity", NEW."reference", NEW."registered_on", NEW."route", NEW."startup_id", NEW."status", NEW."title"); RETURN NULL;',
                    hash="ee8c55766ced46f3ccdd3bd2b4aea5e6c8fd2b88",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_75787",
                    table="support_overseasfiling",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overseasfiling",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_overseasfilingevent" ("agent", "application_no", "centre_id", "deleted_at", "deleted_reason", "external_id", "filed_on", "id", "kind", "notes", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority_no", "priority_on", "published_on", "quantity", "reference", "registered_on", "route", "startup_id", "status", "title") VALUES (OLD."agent", OLD."application_no", OLD."centre_id", OLD."deleted_at", OLD."deleted_reason", OLD."external_id", OLD."filed_on", OLD."id", OLD."kind", OLD."notes", OLD."office", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."priority_no", OLD."priority_on", OLD."published_on", OLD."quantity", OLD."reference", OLD."registered_on", OLD."route", OLD."startup_id", OLD."status", OLD."title"); RETURN NULL;',
                    hash="c0fb3af54e4e8b3de26500e47151d81381b9b638",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_88411",
                    table="support_overseasfiling",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membershipevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9b2ccc75956177ecc38093953cbe588b1a940e69",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4f82f",
                    table="support_membershipevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="af550cf3a264c565a8d06cc0a4e7c7185db87b2b",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_f41d8",
                    table="support_membership",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_membershipevent" ("centre_id", "deleted_at", "deleted_reason", "external_id", "graduated", "id", "joined_on", "kind", "left_on", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "startup_id") VALUES (NEW."centre_id", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."graduated", NEW."id", NEW."joined_on", NEW."kind", NEW."left_on", NEW."notes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."startup_id"); RETURN NULL;',
                    hash="06f287307c62e2e888a995fbfe9cbd6893c45d2e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7d23e",
                    table="support_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."graduated" IS DISTINCT FROM (NEW."graduated") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."joined_on" IS DISTINCT FROM (NEW."joined_on") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."left_on" IS DISTINCT FROM (NEW."left_on") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."startup_id" IS DISTINCT FROM (NEW."startup_id"))',
                    func='INSERT INTO "support_membershipevent" ("centre_id", "deleted_at", "deleted_reason", "external_id", "graduated", "id", "joined_on", "kind", "left_on", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "startup_id") VALUES (NEW."centre_id", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."graduated", NEW."id", NEW."joined_on", NEW."kind", NEW."left_on", NEW."notes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."startup_id"); RETURN NULL;',
                    hash="e460957aa4036cb8db5d251a609b82453d5c61ca",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_11bfb",
                    table="support_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_membershipevent" ("centre_id", "deleted_at", "deleted_reason", "external_id", "graduated", "id", "joined_on", "kind", "left_on", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "startup_id") VALUES (OLD."centre_id", OLD."deleted_at", OLD."deleted_reason", OLD."external_id", OLD."graduated", OLD."id", OLD."joined_on", OLD."kind", OLD."left_on", OLD."notes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference", OLD."startup_id"); RETURN NULL;',
                    hash="eff7670fd3d57770d1439bf490708e65a84db49a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3b9bd",
                    table="support_membership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investmentlinkevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e38ce52a52dba981b5110efcabc650c22b0794a8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c63cf",
                    table="support_investmentlinkevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investmentlink",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="0875676cf215fee6c1b70b4cfef83db28fa147be",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_f5d91",
                    table="support_investmentlink",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investmentlink",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_investmentlinkevent" ("amount", "centre_id", "currency", "deleted_at", "deleted_reason", "external_id", "fx_on", "fx_rate", "fx_source", "id", "introduced_on", "notes", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "reference", "round", "startup_id") VALUES (NEW."amount", NEW."centre_id", NEW."currency", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."fx_on", NEW."fx_rate", NEW."fx_source", NEW."id", NEW."introduced_on", NEW."notes", NEW."paid_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."quantity", NEW."reference", NEW."round", NEW."startup_id"); RETURN NULL;',
                    hash="aa0e02af82f7c1eed28834b48d4bac6c39da834c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_59c35",
                    table="support_investmentlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investmentlink",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."amount_krw" IS DISTINCT FROM (NEW."amount_krw") OR OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."currency" IS DISTINCT FROM (NEW."currency") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."fx_on" IS DISTINCT FROM (NEW."fx_on") OR OLD."fx_rate" IS DISTINCT FROM (NEW."fx_rate") OR OLD."fx_source" IS DISTINCT FROM (NEW."fx_source") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."introduced_on" IS DISTINCT FROM (NEW."introduced_on") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."paid_on" IS DISTINCT FROM (NEW."paid_on") OR OLD."quantity" IS DISTINCT FROM (NEW."quantity") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."round" IS DISTINCT FROM (NEW."round") OR OLD."startup_id" IS DISTINCT FROM (NEW."startup_id"))',
                    func='INSERT INTO "support_investmentlinkevent" ("amount", "centre_id", "currency", "deleted_at", "deleted_reason", "external_id", "fx_on", "fx_rate", "fx_source", "id", "introduced_on", "notes", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "reference", "round", "startup_id") VALUES (NEW."amount", NEW."centre_id", NEW."currency", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."fx_on", NEW."fx_rate", NEW."fx_source", NEW."id", NEW."introduced_on", NEW."notes", NEW."paid_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."quantity", NEW."reference", NEW."round", NEW."startup_id"); RETURN NULL;',
                    hash="bc60891a33a8df80ab327e0c016841b222f488ad",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e7143",
                    table="support_investmentlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investmentlink",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_investmentlinkevent" ("amount", "centre_id", "currency", "deleted_at", "deleted_reason", "external_id", "fx_on", "fx_rate", "fx_source", "id", "introduced_on", "notes", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "reference", "round", "startup_id") VALUES (OLD."amount", OLD."centre_id", OLD."currency", OLD."deleted_at", OLD."deleted_reason", OLD."external_id", OLD."fx_on", OLD."fx_rate", OLD."fx_source", OLD."id", OLD."introduced_on", OLD."notes", OLD."paid_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."quantity", OLD."reference", OLD."round", OLD."startup_id"); RETURN NULL;',
                    hash="40609970ae6b1c16e05f7ae27c99df85a823bafa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_76167",
                    table="support_investmentlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="incorporationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="761a4aad5aca895a4f463ed345bd730f95e00f33",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f4b86",
                    table="support_incorporationevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="incorporation",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="dd970639875da55da6b167466f186e01d50d098a",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_3dada",
                    table="support_incorporation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="incorporation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_incorporationevent" ("centre_id", "city", "country", "deleted_at", "deleted_reason", "established_on", "external_id", "id", "kind", "name", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "reference", "startup_id") VALUES (NEW."centre_id", NEW."city", NEW."country", NEW."deleted_at", NEW."deleted_reason", NEW."established_on", NEW."external_id", NEW."id", NEW."kind", NEW."name", NEW."notes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."quantity", NEW."reference", NEW."startup_id"); RETURN NULL;',
                    hash="35f5b8ab1f493606142458c9267fa601e86fc0e1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_64840",
                    table="support_incorporation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="incorporation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."city" IS DISTINCT FROM (NEW."city") OR OLD."country" IS DISTINCT FROM (NEW."country") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."established_on" IS DISTINCT FROM (NEW."established_on") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."quantity" IS DISTINCT FROM (NEW."quantity") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."startup_id" IS DISTINCT FROM (NEW."startup_id"))',
                    func='INSERT INTO "support_incorporationevent" ("centre_id", "city", "country", "deleted_at", "deleted_reason", "established_on", "external_id", "id", "kind", "name", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "reference", "startup_id") VALUES (NEW."centre_id", NEW."city", NEW."country", NEW."deleted_at", NEW."deleted_reason", NEW."established_on", NEW."external_id", NEW."id", NEW."kind", NEW."name", NEW."notes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."quantity", NEW."reference", NEW."startup_id"); RETURN NULL;',
                    hash="78f1a02da440cd3b3b9eb6bc5db1f0ff49077b9d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a78e5",
                    table="support_incorporation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="incorporation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_incorporationevent" ("centre_id", "city", "country", "deleted_at", "deleted_reason", "established_on", "external_id", "id", "kind", "name", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "reference", "startup_id") VALUES (OLD."centre_id", OLD."city", OLD."country", OLD."deleted_at", OLD."deleted_reason", OLD."established_on", OLD."external_id", OLD."id", OLD."kind", OLD."name", OLD."notes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."quantity", OLD."reference", OLD."startup_id"); RETURN NULL;',
                    hash="cbe83c4e5e8453cf9ce54795acfd8413b00fabda",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_069cc",
                    table="support_incorporation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contractevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="aabb509e47d514e05470033591955698d51d3593",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a35f3",
                    table="support_contractevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contract",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="7b91e1c2090346b65bb1c9789632189a2be56daf",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_4c264",
                    table="support_contract",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contract",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_contractevent" ("amount", "centre_id", "country", "currency", "deleted_at", "deleted_reason", "ends_on", "external_id", "fx_on", "fx_rate", "fx_source", "id", "kind", "notes", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "reference", "signed_on", "startup_id", "title") VALUES (NEW."amount", NEW."centre_id", NEW."country", NEW."currency", NEW."deleted_at", NEW."deleted_reason", NEW."ends_on", NEW."external_id", NEW."fx_on", NEW."fx_rate", NEW."fx_source", NEW."id", NEW."kind", NEW."notes", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."quantity", NEW."reference", NEW."signed_on", NEW."startup_id", NEW."title"); RETURN NULL;',
                    hash="b88ed963ee0ed523eb8121acc857d3252eff727f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_245e4",
                    table="support_contract",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contract",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."amount_krw" IS DISTINCT FROM (NEW."amount_krw") OR OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."country" IS DISTINCT FROM (NEW."country") OR OLD."currency" IS DISTINCT FROM (NEW."currency") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."fx_on" IS DISTINCT FROM (NEW."fx_on") OR OLD."fx_rate" IS DISTINCT FROM (NEW."fx_rate") OR OLD."fx_source" IS DISTINCT FROM (NEW."fx_source") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."quantity" IS DISTINCT FROM (NEW."quantity") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."startup_id" IS DISTINCT FROM (NEW."startup_id") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                    func='INSERT INTO "support_contractevent" ("amount", "centre_id", "country", "currency", "deleted_at", "deleted_reason", "ends_on", "external_id", "fx_on", "fx_rate", "fx_source", "id", "kind", "notes", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "reference", "signed_on", "startup_id", "title") VALUES (NEW."amount", NEW."centre_id", NEW."country", NEW."currency", NEW."deleted_at", NEW."deleted_reason", NEW."ends_on", NEW."external_id", NEW."fx_on", NEW."fx_rate", NEW."fx_source", NEW."id", NEW."kind", NEW."notes", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."quantity", NEW."reference", NEW."signed_on", NEW."startup_id", NEW."title"); RETURN NULL;',
                    hash="7033ce0878e730f8249ade2c596fd8a9d1b49c8b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7739f",
                    table="support_contract",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contract",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_contractevent" ("amount", "centre_id", "country", "currency", "deleted_at", "deleted_reason", "ends_on", "external_id", "fx_on", "fx_rate", "fx_source", "id", "kind", "notes", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "reference", "signed_on", "startup_id", "title") VALUES (OLD."amount", OLD."centre_id", OLD."country", OLD."currency", OLD."deleted_at", OLD."deleted_reason", OLD."ends_on", OLD."external_id", OLD."fx_on", OLD."fx_rate", OLD."fx_source", OLD."id", OLD."kind", OLD."notes", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."quantity", OLD."reference", OLD."signed_on", OLD."startup_id", OLD."title"); RETURN NULL;',
                    hash="6bdf0c2f2007d099581874b7e2bf99081fae5d43",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_71acb",
                    table="support_contract",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6cd8cb222629fb50f7b9620fd1cc8b19e64845e7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3c7de",
                    table="support_contactevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="dc67c0628fd87590d68edb5d28b01028f054c8ca",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_68a1d",
                    table="support_contact",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_contactevent" ("centre_id", "deleted_at", "deleted_reason", "email", "external_id", "id", "name", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "reference", "startup_id", "title") VALUES (NEW."centre_id", NEW."deleted_at", NEW."deleted_reason", NEW."email", NEW."external_id", NEW."id", NEW."name", NEW."notes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."reference", NEW."startup_id", NEW."title"); RETURN NULL;',
                    hash="212f0d14196ff0b0b8ca5d4599273be35df6033e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0e4d5",
                    table="support_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."startup_id" IS DISTINCT FROM (NEW."startup_id") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                    func='INSERT INTO "support_contactevent" ("centre_id", "deleted_at", "deleted_reason", "email", "external_id", "id", "name", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "reference", "startup_id", "title") VALUES (NEW."centre_id", NEW."deleted_at", NEW."deleted_reason", NEW."email", NEW."external_id", NEW."id", NEW."name", NEW."notes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."reference", NEW."startup_id", NEW."title"); RETURN NULL;',
                    hash="cbc52d839fda2bdeed17ffd54a0a09bf571acff0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6a202",
                    table="support_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_contactevent" ("centre_id", "deleted_at", "deleted_reason", "email", "external_id", "id", "name", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "reference", "startup_id", "title") VALUES (OLD."centre_id", OLD."deleted_at", OLD."deleted_reason", OLD."email", OLD."external_id", OLD."id", OLD."name", OLD."notes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."reference", OLD."startup_id", OLD."title"); RETURN NULL;',
                    hash="186bf57a934d2bf844a7f3bc0acfb84701a60ac1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_898e8",
                    table="support_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultingcaseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="27538acd2651aeb298516966c6de64b56b2b6daf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_28f39",
                    table="support_consultingcaseevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultingcase",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="9f799767cad4892bc6a12d2e56889f075534fbaa",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_290cf",
                    table="support_consultingcase",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultingcase",
            trigger=pgtrigger.compiler.Trigger(
                name="known_fields_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM unnest(NEW.fields) AS given\n                WHERE given NOT IN (SELECT code FROM support_consultingfield)\n            ) THEN\n                RAISE EXCEPTION 'fields: % holds a code that is not in the list',\n                    NEW.fields USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="444c8141f12cea8f76977e7111cd0ad5255fa6e3",
                    operation='INSERT OR UPDATE OF "fields"',
                    pgid="pgtrigger_known_fields_only_02e1c",
                    table="support_consultingcase",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultingcase",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_consultingcaseevent" ("centre_id", "channel", "closed_on", "countries", "deleted_at", "deleted_reason", "external_id", "fields", "id", "next_on", "next_step", "notes", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "request", "result", "satisfaction", "startup_id", "status", "title") VALUES (NEW."centre_id", NEW."channel", NEW."closed_on", NEW."countries", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."fields", NEW."id", NEW."next_on", NEW."next_step", NEW."notes", NEW."opened_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."request", NEW."result", NEW."satisfaction", NEW."startup_id", NEW."status", NEW."title"); RETURN NULL;',
                    hash="5c3f61398a5869f90950d6f1ac202cbc6d16e52b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e0838",
                    table="support_consultingcase",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultingcase",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."countries" IS DISTINCT FROM (NEW."countries") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."fields" IS DISTINCT FROM (NEW."fields") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."next_on" IS DISTINCT FROM (NEW."next_on") OR OLD."next_step" IS DISTINCT FROM (NEW."next_step") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."opened_on" IS DISTINCT FROM (NEW."opened_on") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."request" IS DISTINCT FROM (NEW."request") OR OLD."result" IS DISTINCT FROM (NEW."result") OR OLD."satisfaction" IS DISTINCT FROM (NEW."satisfaction") OR OLD."startup_id" IS DISTINCT FROM (NEW."startup_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                    func='INSERT INTO "support_consultingcaseevent" ("centre_id", "channel", "closed_on", "countries", "deleted_at", "deleted_reason", "external_id", "fields", "id", "next_on", "next_step", "notes", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "request", "result", "satisfaction", "startup_id", "status", "title") VALUES (NEW."centre_id", NEW."channel", NEW."closed_on", NEW."countries", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."fields", NEW."id", NEW."next_on", NEW."next_step", NEW."notes", NEW."opened_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."request", NEW."result", NEW."satisfaction", NEW."startup_id", NEW."status", NEW."title"); RETURN NULL;',
                    hash="93839c2e0efefff9addfff09077c182b923537b6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_98a90",
                    table="support_consultingcase",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultingcase",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_consultingcaseevent" ("centre_id", "channel", "closed_on", "countries", "deleted_at", "deleted_reason", "external_id", "fields", "id", "next_on", "next_step", "notes", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "request", "result", "satisfaction", "startup_id", "status", "title") VALUES (OLD."centre_id", OLD."channel", OLD."closed_on", OLD."countries", OLD."deleted_at", OLD."deleted_reason", OLD."external_id", OLD."fields", OLD."id", OLD."next_on", OLD."next_step", OLD."notes", OLD."opened_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference", OLD."request", OLD."result", OLD."satisfaction", OLD."startup_id", OLD."status", OLD."title"); RETURN NULL;',
                    hash="7e00675574863db5dc6dfe7faa70dbe406fbc472",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bc29b",
                    table="support_consultingcase",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="startupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b1e665ebc6236ab21818dccdb37ece84c0c42f7e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_67889",
                    table="support_startupevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tenantreturn",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="be2f0458ae434a767c8c826a71c963ee7fe6653a",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_cb2d4",
                    table="support_tenantreturn",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tenantreturn",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_tenantreturnevent" ("centre_id", "deleted_at", "deleted_reason", "employees", "external_id", "female", "hired", "id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "revenue_krw", "rnd", "sector", "size", "startup_id", "year", "zone") VALUES (NEW."centre_id", NEW."deleted_at", NEW."deleted_reason", NEW."employees", NEW."external_id", NEW."female", NEW."hired", NEW."id", NEW."notes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."revenue_krw", NEW."rnd", NEW."sector", NEW."size", NEW."startup_id", NEW."year", NEW."zone"); RETURN NULL;',
                    hash="9a1f1e12c06c4531f7fe07ea5efeea2cae898448",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2958d",
                    table="support_tenantreturn",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tenantreturn",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."employees" IS DISTINCT FROM (NEW."employees") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."female" IS DISTINCT FROM (NEW."female") OR OLD."hired" IS DISTINCT FROM (NEW."hired") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."revenue_krw" IS DISTINCT FROM (NEW."revenue_krw") OR OLD."rnd" IS DISTINCT FROM (NEW."rnd") OR OLD."sector" IS DISTINCT FROM (NEW."sector") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."startup_id" IS DISTINCT FROM (NEW."startup_id") OR OLD."year" IS DISTINCT FROM (NEW."year") OR OLD."zone" IS DISTINCT FROM (NEW."zone"))',
                    func='INSERT INTO "support_tenantreturnevent" ("centre_id", "deleted_at", "deleted_reason", "employees", "external_id", "female", "hired", "id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "revenue_krw", "rnd", "sector", "size", "startup_id", "year", "zone") VALUES (NEW."centre_id", NEW."deleted_at", NEW."deleted_reason", NEW."employees", NEW."external_id", NEW."female", NEW."hired", NEW."id", NEW."notes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."revenue_krw", NEW."rnd", NEW."sector", NEW."size", NEW."startup_id", NEW."year", NEW."zone"); RETURN NULL;',
                    hash="55a61598d9a64ac06903846749c9e256e00f339d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3ee76",
                    table="support_tenantreturn",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tenantreturn",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_tenantreturnevent" ("centre_id", "deleted_at", "deleted_reason", "employees", "external_id", "female", "hired", "id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "revenue_krw", "rnd", "sector", "size", "startup_id", "year", "zone") VALUES (OLD."centre_id", OLD."deleted_at", OLD."deleted_reason", OLD."employees", OLD."external_id", OLD."female", OLD."hired", OLD."id", OLD."notes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference", OLD."revenue_krw", OLD."rnd", OLD."sector", OLD."size", OLD."startup_id", OLD."year", OLD."zone"); RETURN NULL;',
                    hash="4fd431ff75a106c373e0ed9430f963f1e593de95",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_62b3b",
                    table="support_tenantreturn",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tenantreturnevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="95e83f96abf36f44e4b0d9e35507b630234d8e7d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a9556",
                    table="support_tenantreturnevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultingcaseofficers",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_consultingcaseofficersevent" ("consultingcase_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "user_id") VALUES (NEW."consultingcase_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."user_id"); RETURN NULL;',
                    hash="199f81d45fd1042905ab5cd0b13a30943169c9e1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aabf4",
                    table="support_consultingcase_officers",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultingcaseofficers",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_consultingcaseofficersevent" ("consultingcase_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "user_id") VALUES (OLD."consultingcase_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."user_id"); RETURN NULL;',
                    hash="1cb4f912bf93bb5154eda3ea3fe3cfc963850d97",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9c594",
                    table="support_consultingcase_officers",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investmentlinkpartners",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_investmentlinkpartnersevent" ("id", "investmentlink_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (NEW."id", NEW."investmentlink_id", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\'); RETURN NULL;',
                    hash="4a8fb072b9f905aafa20018ee78d15d44f69ce64",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0a9b6",
                    table="support_investmentlink_partners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investmentlinkpartners",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "support_investmentlinkpartnersevent" ("id", "investmentlink_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (OLD."id", OLD."investmentlink_id", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\'); RETURN NULL;',
                    hash="29046769b6818e140d7df781f5a7008ddd65663f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7d818",
                    table="support_investmentlink_partners",
                    when="AFTER",
                ),
            ),
        ),
    ]
