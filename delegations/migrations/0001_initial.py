import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
import records.fields
import records.removal
import records.search
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("support", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agency",
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
                    "country",
                    records.fields.CountryField(
                        blank=True, max_length=2, verbose_name="country"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("talks", "In talks"),
                            ("confirmed", "Confirmed"),
                            ("open", "Open"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="talks",
                        max_length=10,
                        verbose_name="stage",
                    ),
                ),
                (
                    "target_on",
                    models.DateField(blank=True, null=True, verbose_name="planned for"),
                ),
                (
                    "opened_on",
                    models.DateField(blank=True, null=True, verbose_name="opened on"),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, null=True, verbose_name="closed on"),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agencies",
                        to="support.partner",
                        verbose_name="overseas partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "foreign agency",
                "verbose_name_plural": "foreign agencies",
                "ordering": ("-pk",),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="delegations_agency_search",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "opened_on", "id"],
                        name="delegations_agency_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["opened_on", "id"],
                        name="delegations_agency_of_all",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="delegations_agency_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="delegations_agency_original_number_is_unique",
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
                        name="delegations_agency_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_on__isnull", True),
                                ("opened_on__isnull", True),
                                ("stage__in", ("talks", "confirmed")),
                            ),
                            models.Q(
                                ("closed_on__isnull", True),
                                ("opened_on__isnull", False),
                                ("stage", "open"),
                            ),
                            models.Q(
                                ("opened_on__isnull", True), ("stage", "withdrawn")
                            ),
                            models.Q(
                                ("closed_on__isnull", False),
                                ("opened_on__isnull", False),
                                ("stage", "withdrawn"),
                            ),
                            _connector="OR",
                        ),
                        name="delegations_agency_stage_has_its_days",
                        violation_error_message="An open base has its opening day, a withdrawn one that had opened also its closing day, a planned one neither.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            ("closed_on__gte", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="delegations_agency_closes_after_it_opens",
                        violation_error_message="A base closes after it opens.",
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
            name="AgencyEvent",
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
                    "country",
                    records.fields.CountryField(
                        blank=True, max_length=2, verbose_name="country"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("talks", "In talks"),
                            ("confirmed", "Confirmed"),
                            ("open", "Open"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="talks",
                        max_length=10,
                        verbose_name="stage",
                    ),
                ),
                (
                    "target_on",
                    models.DateField(blank=True, null=True, verbose_name="planned for"),
                ),
                (
                    "opened_on",
                    models.DateField(blank=True, null=True, verbose_name="opened on"),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, null=True, verbose_name="closed on"),
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
                    "partner",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.partner",
                        verbose_name="overseas partner",
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
                        to="delegations.agency",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Visit",
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
                    "title",
                    models.CharField(blank=True, max_length=300, verbose_name="title"),
                ),
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
                    "organisations",
                    records.fields.TextsField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="organisations",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("government", "Government"),
                            ("parliament", "Parliament"),
                            ("local-government", "Local government"),
                            ("international", "International organisation"),
                            ("agency", "Agency"),
                            ("investor", "Investor"),
                            ("company", "Company"),
                            ("university", "University"),
                            ("press", "Press"),
                            ("embassy", "Embassy"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "visit_class",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("state", "State"),
                            ("official", "Official"),
                            ("working", "Working"),
                            ("private", "Private"),
                            ("study", "Study"),
                        ],
                        max_length=10,
                        verbose_name="protocol class",
                    ),
                ),
                (
                    "lead_name",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="head of delegation"
                    ),
                ),
                (
                    "lead_title",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="title of the head"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="starts on")),
                (
                    "ends_on",
                    models.DateField(blank=True, null=True, verbose_name="ends on"),
                ),
                (
                    "planned",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(100000)],
                        verbose_name="planned headcount",
                    ),
                ),
                (
                    "headcount",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(100000)],
                        verbose_name="actual headcount",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("planned", "Planned"),
                            ("done", "Done"),
                            ("cancelled", "Cancelled"),
                        ],
                        help_text="Left empty: done when the day has come, planned before it.",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("purpose", models.TextField(blank=True, verbose_name="purpose")),
                (
                    "search_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=records.search.Compared(
                            models.F("purpose"),
                            models.F("title"),
                            records.search.Initials(models.F("title")),
                            models.F("lead_name"),
                            records.search.Initials(models.F("lead_name")),
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
                    "startups",
                    models.ManyToManyField(
                        blank=True,
                        related_name="visits",
                        to="support.startup",
                        verbose_name="start-ups met",
                    ),
                ),
            ],
            options={
                "verbose_name": "visit",
                "verbose_name_plural": "visits",
                "ordering": ("-starts_on", "-pk"),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="delegations_visit_search",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "starts_on", "id"],
                        name="delegations_visit_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["starts_on", "id"],
                        name="delegations_visit_of_all",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="delegations_visit_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="delegations_visit_original_number_is_unique",
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
                        name="delegations_visit_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="delegations_visit_ends_after_it_starts",
                        violation_error_message="A visit ends after it starts.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status", ""), _negated=True),
                        name="delegations_visit_has_a_status",
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
                        name="delegations_visit_countries_are_countries",
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
            name="MOU",
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
                    "country",
                    records.fields.CountryField(
                        blank=True, max_length=2, verbose_name="country"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("mou", "MOU"), ("loi", "LOI"), ("moa", "MOA")],
                        default="mou",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "title",
                    models.CharField(blank=True, max_length=300, verbose_name="title"),
                ),
                (
                    "signed_on",
                    models.DateField(blank=True, null=True, verbose_name="signed on"),
                ),
                (
                    "expires_on",
                    models.DateField(blank=True, null=True, verbose_name="expires on"),
                ),
                (
                    "terminated_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="terminated on"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("talks", "In talks"),
                            ("signed", "Signed"),
                            ("terminated", "Terminated"),
                        ],
                        default="signed",
                        max_length=10,
                        verbose_name="status",
                    ),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mous",
                        to="support.partner",
                        verbose_name="overseas partner",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mous",
                        to="delegations.visit",
                        verbose_name="visit",
                    ),
                ),
            ],
            options={
                "verbose_name": "agreement (MOU)",
                "verbose_name_plural": "agreements (MOU)",
                "ordering": ("-signed_on", "-pk"),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="delegations_mou_search",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "signed_on", "id"],
                        name="delegations_mou_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["signed_on", "id"],
                        name="delegations_mou_of_all",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "expires_on", "id"],
                        name="delegations_expiry_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["expires_on", "id"],
                        name="delegations_expiry_of_all",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("deleted_at__isnull", True), ("expires_on__isnull", False)
                        ),
                        fields=["centre", "expires_on", "id"],
                        name="delegations_mou_expiring",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="delegations_mou_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="delegations_mou_original_number_is_unique",
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
                        name="delegations_mou_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__range", (1, 1000000))),
                        name="delegations_mou_quantity_is_at_least_one",
                        violation_error_message="The quantity is at least 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("signed_on__isnull", True),
                                ("status", "talks"),
                                ("terminated_on__isnull", True),
                            ),
                            models.Q(
                                ("signed_on__isnull", False),
                                ("status", "signed"),
                                ("terminated_on__isnull", True),
                            ),
                            models.Q(
                                ("signed_on__isnull", False),
                                ("status", "terminated"),
                                ("terminated_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="delegations_mou_status_has_its_days",
                        violation_error_message="A signed agreement has the day of signing, a terminated one also the day it ended, one in talks neither.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_on__isnull", True),
                            ("expires_on__gte", models.F("signed_on")),
                            _connector="OR",
                        ),
                        name="delegations_mou_expires_after_it_is_signed",
                        violation_error_message="An agreement expires after it is signed.",
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
            name="FollowUp",
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
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "due_on",
                    models.DateField(blank=True, null=True, verbose_name="due on"),
                ),
                (
                    "done_on",
                    models.DateField(blank=True, null=True, verbose_name="done on"),
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
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="owner",
                    ),
                ),
                (
                    "mou",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="delegations.mou",
                        verbose_name="agreement (MOU)",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="delegations.visit",
                        verbose_name="visit",
                    ),
                ),
            ],
            options={
                "verbose_name": "follow-up",
                "verbose_name_plural": "follow-ups",
                "ordering": ("-pk",),
                "abstract": False,
                "base_manager_name": "with_deleted",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        records.search.Grams("search_key"),
                        name="delegations_followup_search",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["centre", "due_on", "id"],
                        name="delegations_followup_of_centre",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", True)),
                        fields=["due_on", "id"],
                        name="delegations_followup_of_all",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("deleted_at__isnull", True), ("done_on__isnull", True)
                        ),
                        fields=["centre", "due_on", "id"],
                        name="delegations_followup_open",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "reference"),
                        name="delegations_followup_reference_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("external_id", ""), _negated=True),
                            ("deleted_at__isnull", True),
                        ),
                        fields=("centre", "external_id"),
                        name="delegations_followup_original_number_is_unique",
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
                        name="delegations_followup_is_deleted_with_a_reason",
                        violation_error_message="Say why the record is deleted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("visit__isnull", False),
                            ("mou__isnull", False),
                            _connector="OR",
                        ),
                        name="delegations_followup_follows_something",
                        violation_error_message="A follow-up belongs to a visit or to an agreement.",
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
            name="MOUEvent",
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
                    "country",
                    records.fields.CountryField(
                        blank=True, max_length=2, verbose_name="country"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("mou", "MOU"), ("loi", "LOI"), ("moa", "MOA")],
                        default="mou",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "title",
                    models.CharField(blank=True, max_length=300, verbose_name="title"),
                ),
                (
                    "signed_on",
                    models.DateField(blank=True, null=True, verbose_name="signed on"),
                ),
                (
                    "expires_on",
                    models.DateField(blank=True, null=True, verbose_name="expires on"),
                ),
                (
                    "terminated_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="terminated on"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("talks", "In talks"),
                            ("signed", "Signed"),
                            ("terminated", "Terminated"),
                        ],
                        default="signed",
                        max_length=10,
                        verbose_name="status",
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
                    "partner",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.partner",
                        verbose_name="overseas partner",
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
                        to="delegations.mou",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="delegations.visit",
                        verbose_name="visit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FollowUpEvent",
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
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "due_on",
                    models.DateField(blank=True, null=True, verbose_name="due on"),
                ),
                (
                    "done_on",
                    models.DateField(blank=True, null=True, verbose_name="done on"),
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
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="owner",
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
                        to="delegations.followup",
                    ),
                ),
                (
                    "mou",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="delegations.mou",
                        verbose_name="agreement (MOU)",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="delegations.visit",
                        verbose_name="visit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VisitEvent",
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
                    "title",
                    models.CharField(blank=True, max_length=300, verbose_name="title"),
                ),
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
                    "organisations",
                    records.fields.TextsField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="organisations",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("government", "Government"),
                            ("parliament", "Parliament"),
                            ("local-government", "Local government"),
                            ("international", "International organisation"),
                            ("agency", "Agency"),
                            ("investor", "Investor"),
                            ("company", "Company"),
                            ("university", "University"),
                            ("press", "Press"),
                            ("embassy", "Embassy"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "visit_class",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("state", "State"),
                            ("official", "Official"),
                            ("working", "Working"),
                            ("private", "Private"),
                            ("study", "Study"),
                        ],
                        max_length=10,
                        verbose_name="protocol class",
                    ),
                ),
                (
                    "lead_name",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="head of delegation"
                    ),
                ),
                (
                    "lead_title",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="title of the head"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="starts on")),
                (
                    "ends_on",
                    models.DateField(blank=True, null=True, verbose_name="ends on"),
                ),
                (
                    "planned",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(100000)],
                        verbose_name="planned headcount",
                    ),
                ),
                (
                    "headcount",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(100000)],
                        verbose_name="actual headcount",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("planned", "Planned"),
                            ("done", "Done"),
                            ("cancelled", "Cancelled"),
                        ],
                        help_text="Left empty: done when the day has come, planned before it.",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("purpose", models.TextField(blank=True, verbose_name="purpose")),
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
                        to="delegations.visit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VisitStartupsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
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
                    "startup",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="support.startup",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="delegations.visit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VisitStartups",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("delegations.visit_startups",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="234d54edf2b56d35650c838aadf90f3a86bd2012",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_f8876",
                    table="delegations_agency",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "delegations_agencyevent" ("centre_id", "closed_on", "country", "deleted_at", "deleted_reason", "external_id", "id", "notes", "opened_on", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "stage", "target_on") VALUES (NEW."centre_id", NEW."closed_on", NEW."country", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."id", NEW."notes", NEW."opened_on", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."stage", NEW."target_on"); RETURN NULL;',
                    hash="c522ee98669f27df3376d9500e652db9aa5ade17",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_023c4",
                    table="delegations_agency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."country" IS DISTINCT FROM (NEW."country") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."opened_on" IS DISTINCT FROM (NEW."opened_on") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."stage" IS DISTINCT FROM (NEW."stage") OR OLD."target_on" IS DISTINCT FROM (NEW."target_on"))',
                    func='INSERT INTO "delegations_agencyevent" ("centre_id", "closed_on", "country", "deleted_at", "deleted_reason", "external_id", "id", "notes", "opened_on", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "stage", "target_on") VALUES (NEW."centre_id", NEW."closed_on", NEW."country", NEW."deleted_at", NEW."deleted_reason", NEW."external_id", NEW."id", NEW."notes", NEW."opened_on", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."stage", NEW."target_on"); RETURN NULL;',
                    hash="72ffc36b94c229a58f4257cf4e705ecae08431cf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_10bd3",
                    table="delegations_agency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "delegations_agencyevent" ("centre_id", "closed_on", "country", "deleted_at", "deleted_reason", "external_id", "id", "notes", "opened_on", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "stage", "target_on") VALUES (OLD."centre_id", OLD."closed_on", OLD."country", OLD."deleted_at", OLD."deleted_reason", OLD."external_id", OLD."id", OLD."notes", OLD."opened_on", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference", OLD."stage", OLD."target_on"); RETURN NULL;',
                    hash="a62afd061419c5d43bc4116fef5b130f3f0fbba9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f9948",
                    table="delegations_agency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="10d3b0c1022f7c4203deb06a394452396fe629b8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fcc33",
                    table="delegations_agencyevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visit",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="bcc5d096c588545ed1b9d59d62a88d94d8dad718",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_38c91",
                    table="delegations_visit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "delegations_visitevent" ("centre_id", "countries", "deleted_at", "deleted_reason", "ends_on", "external_id", "headcount", "id", "kind", "lead_name", "lead_title", "notes", "organisations", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "purpose", "reference", "starts_on", "status", "title", "visit_class") VALUES (NEW."centre_id", NEW."countries", NEW."deleted_at", NEW."deleted_reason", NEW."ends_on", NEW."external_id", NEW."headcount", NEW."id", NEW."kind", NEW."lead_name", NEW."lead_title", NEW."notes", NEW."organisations", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned", NEW."purpose", NEW."reference", NEW."starts_on", NEW."status", NEW."title", NEW."visit_class"); RETURN NULL;',
                    hash="01a146bf724ab6f48a78ec3b2dfc0b1be3028262",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_365c1",
                    table="delegations_visit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."countries" IS DISTINCT FROM (NEW."countries") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."headcount" IS DISTINCT FROM (NEW."headcount") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."lead_name" IS DISTINCT FROM (NEW."lead_name") OR OLD."lead_title" IS DISTINCT FROM (NEW."lead_title") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."organisations" IS DISTINCT FROM (NEW."organisations") OR OLD."planned" IS DISTINCT FROM (NEW."planned") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."visit_class" IS DISTINCT FROM (NEW."visit_class"))',
                    func='INSERT INTO "delegations_visitevent" ("centre_id", "countries", "deleted_at", "deleted_reason", "ends_on", "external_id", "headcount", "id", "kind", "lead_name", "lead_title", "notes", "organisations", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "purpose", "reference", "starts_on", "status", "title", "visit_class") VALUES (NEW."centre_id", NEW."countries", NEW."deleted_at", NEW."deleted_reason", NEW."ends_on", NEW."external_id", NEW."headcount", NEW."id", NEW."kind", NEW."lead_name", NEW."lead_title", NEW."notes", NEW."organisations", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned", NEW."purpose", NEW."reference", NEW."starts_on", NEW."status", NEW."title", NEW."visit_class"); RETURN NULL;',
                    hash="104f126aee7f53014c4227b0b817e1735ea2deec",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_09949",
                    table="delegations_visit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "delegations_visitevent" ("centre_id", "countries", "deleted_at", "deleted_reason", "ends_on", "external_id", "headcount", "id", "kind", "lead_name", "lead_title", "notes", "organisations", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "purpose", "reference", "starts_on", "status", "title", "visit_class") VALUES (OLD."centre_id", OLD."countries", OLD."deleted_at", OLD."deleted_reason", OLD."ends_on", OLD."external_id", OLD."headcount", OLD."id", OLD."kind", OLD."lead_name", OLD."lead_title", OLD."notes", OLD."organisations", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planned", OLD."purpose", OLD."reference", OLD."starts_on", OLD."status", OLD."title", OLD."visit_class"); RETURN NULL;',
                    hash="ceed6edfa48e598012b01c5318e5e326d637244b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0d441",
                    table="delegations_visit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mouevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d8475ed3bdf99f2c510bc5726ee9292e9a2daea1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0cc94",
                    table="delegations_mouevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mou",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="f86af769e2114a91f31bf550682a4ef349a2506e",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_fe44d",
                    table="delegations_mou",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mou",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "delegations_mouevent" ("centre_id", "country", "deleted_at", "deleted_reason", "expires_on", "external_id", "id", "kind", "notes", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "reference", "signed_on", "status", "terminated_on", "title", "visit_id") VALUES (NEW."centre_id", NEW."country", NEW."deleted_at", NEW."deleted_reason", NEW."expires_on", NEW."external_id", NEW."id", NEW."kind", NEW."notes", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."quantity", NEW."reference", NEW."signed_on", NEW."status", NEW."terminated_on", NEW."title", NEW."visit_id"); RETURN NULL;',
                    hash="467ab3b525ea887fde88c5e5cb1aee8988bb7193",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_13bb4",
                    table="delegations_mou",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mou",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."country" IS DISTINCT FROM (NEW."country") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."expires_on" IS DISTINCT FROM (NEW."expires_on") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."quantity" IS DISTINCT FROM (NEW."quantity") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."terminated_on" IS DISTINCT FROM (NEW."terminated_on") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."visit_id" IS DISTINCT FROM (NEW."visit_id"))',
                    func='INSERT INTO "delegations_mouevent" ("centre_id", "country", "deleted_at", "deleted_reason", "expires_on", "external_id", "id", "kind", "notes", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "reference", "signed_on", "status", "terminated_on", "title", "visit_id") VALUES (NEW."centre_id", NEW."country", NEW."deleted_at", NEW."deleted_reason", NEW."expires_on", NEW."external_id", NEW."id", NEW."kind", NEW."notes", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."quantity", NEW."reference", NEW."signed_on", NEW."status", NEW."terminated_on", NEW."title", NEW."visit_id"); RETURN NULL;',
                    hash="75a03fca50f5d5c67fa01f5013ca0942c2e92e20",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_47f9c",
                    table="delegations_mou",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mou",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "delegations_mouevent" ("centre_id", "country", "deleted_at", "deleted_reason", "expires_on", "external_id", "id", "kind", "notes", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "reference", "signed_on", "status", "terminated_on", "title", "visit_id") VALUES (OLD."centre_id", OLD."country", OLD."deleted_at", OLD."deleted_reason", OLD."expires_on", OLD."external_id", OLD."id", OLD."kind", OLD."notes", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."quantity", OLD."reference", OLD."signed_on", OLD."status", OLD."terminated_on", OLD."title", OLD."visit_id"); RETURN NULL;',
                    hash="ca01eb89d56aa69ff07892d5eae91604605cc5a3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_309fc",
                    table="delegations_mou",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e7f3bbc1192dc5d5d62f197649be4170ce59bcdd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2439e",
                    table="delegations_followupevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="give_reference",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"reference\" = '')",
                    func="\n        NEW.reference := to_char(now() AT TIME ZONE 'Asia/Seoul', 'YYYY')\n            || '-' || lpad(NEW.id::text, 6, '0');\n        RETURN NEW;\n    ",
                    hash="c772a5b7bdec7217365c98b0c0b758b02e4f0ee6",
                    operation="INSERT",
                    pgid="pgtrigger_give_reference_76ff2",
                    table="delegations_followup",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "delegations_followupevent" ("centre_id", "deleted_at", "deleted_reason", "done_on", "due_on", "external_id", "id", "mou_id", "notes", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "title", "visit_id") VALUES (NEW."centre_id", NEW."deleted_at", NEW."deleted_reason", NEW."done_on", NEW."due_on", NEW."external_id", NEW."id", NEW."mou_id", NEW."notes", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."title", NEW."visit_id"); RETURN NULL;',
                    hash="c738b50f1b62068ea08cef863d40c5d63820f1b7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_29336",
                    table="delegations_followup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."centre_id" IS DISTINCT FROM (NEW."centre_id") OR OLD."deleted_at" IS DISTINCT FROM (NEW."deleted_at") OR OLD."deleted_reason" IS DISTINCT FROM (NEW."deleted_reason") OR OLD."done_on" IS DISTINCT FROM (NEW."done_on") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."external_id" IS DISTINCT FROM (NEW."external_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."mou_id" IS DISTINCT FROM (NEW."mou_id") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."visit_id" IS DISTINCT FROM (NEW."visit_id"))',
                    func='INSERT INTO "delegations_followupevent" ("centre_id", "deleted_at", "deleted_reason", "done_on", "due_on", "external_id", "id", "mou_id", "notes", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "title", "visit_id") VALUES (NEW."centre_id", NEW."deleted_at", NEW."deleted_reason", NEW."done_on", NEW."due_on", NEW."external_id", NEW."id", NEW."mou_id", NEW."notes", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."title", NEW."visit_id"); RETURN NULL;',
                    hash="bce754db682971f6f2f3d7de7b0cbaec1623164d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_14af3",
                    table="delegations_followup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "delegations_followupevent" ("centre_id", "deleted_at", "deleted_reason", "done_on", "due_on", "external_id", "id", "mou_id", "notes", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "title", "visit_id") VALUES (OLD."centre_id", OLD."deleted_at", OLD."deleted_reason", OLD."done_on", OLD."due_on", OLD."external_id", OLD."id", OLD."mou_id", OLD."notes", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference", OLD."title", OLD."visit_id"); RETURN NULL;',
                    hash="b03cdb83990d2b83b079007a9220487a5de62b1c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7e098",
                    table="delegations_followup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visitevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="441932ec4a83508476fe0cbc8c78426d9a6dd785",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_00890",
                    table="delegations_visitevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visitstartupsevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7b4312eddf302bbdf5c3aaf404eee4c2514b2cfc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2f356",
                    table="delegations_visitstartupsevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visitstartups",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "delegations_visitstartupsevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "startup_id", "visit_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."startup_id", NEW."visit_id"); RETURN NULL;',
                    hash="de9d5f483eead1e5817ae877872885f6cce64cb4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2d7f6",
                    table="delegations_visit_startups",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="visitstartups",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "delegations_visitstartupsevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "startup_id", "visit_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."startup_id", OLD."visit_id"); RETURN NULL;',
                    hash="dfb09004293f16599a1b8d279f30e7dc971e3cf2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bd949",
                    table="delegations_visit_startups",
                    when="AFTER",
                ),
            ),
        ),
    ]
