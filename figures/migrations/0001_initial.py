import django.core.validators
import django.db.models.deletion
import figures.models.kept
import pgtrigger.compiler
import pgtrigger.migrations
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
            name="YearClose",
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
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1800),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("closed", "closed"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="proposed",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("readiness", models.JSONField(default=list)),
                (
                    "revision",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="revision"
                    ),
                ),
                (
                    "proposed_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="proposed"),
                ),
                ("closed_at", models.DateTimeField(null=True, verbose_name="closed")),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closes",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closes_confirmed",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="closed by",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closes_proposed",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "year close",
                "verbose_name_plural": "year closes",
                "ordering": ("-year", "centre", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "withdrawn"), _negated=True),
                        fields=("centre", "year"),
                        name="figures_year_is_closed_once",
                        violation_error_message="This year is proposed or closed already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "closed"),
                            models.Q(
                                ("closed_at__isnull", True), ("closed_by__isnull", True)
                            ),
                            _connector="XOR",
                        ),
                        name="figures_closed_year_says_by_whom_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_by__isnull", True),
                            models.Q(
                                ("closed_by", models.F("proposed_by")), _negated=True
                            ),
                            _connector="OR",
                        ),
                        name="figures_year_is_closed_by_a_second_person",
                        violation_error_message="A year is closed by somebody other than who proposed it.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Seal",
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
                ("revision", models.PositiveSmallIntegerField(verbose_name="revision")),
                ("figure", models.CharField(max_length=50, verbose_name="figure")),
                (
                    "definition",
                    models.PositiveSmallIntegerField(
                        verbose_name="version of the definition"
                    ),
                ),
                (
                    "total",
                    models.DecimalField(
                        decimal_places=20, max_digits=40, verbose_name="total"
                    ),
                ),
                ("count", models.PositiveIntegerField(verbose_name="records")),
                ("digest", models.CharField(max_length=64, verbose_name="digest")),
                (
                    "sealed_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="sealed"),
                ),
                (
                    "close",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seals",
                        to="figures.yearclose",
                    ),
                ),
            ],
            options={
                "verbose_name": "seal",
                "verbose_name_plural": "seals",
                "ordering": ("close", "revision", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("close", "figure", "revision"),
                        name="figures_figure_is_sealed_once_a_revision",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Claim",
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
                ("one_pk", models.BigIntegerField()),
                ("other_pk", models.BigIntegerField()),
                ("score", models.PositiveSmallIntegerField(verbose_name="likeness")),
                ("grounds", models.JSONField(default=list, verbose_name="grounds")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "to be decided"),
                            ("same", "the same"),
                            ("different", "different"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("lead_pk", models.BigIntegerField(null=True)),
                ("follower_pk", models.BigIntegerField(null=True)),
                (
                    "lead_share",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=5,
                        null=True,
                        verbose_name="share of the leading centre",
                    ),
                ),
                (
                    "proposed_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("open", "to be decided"),
                            ("same", "the same"),
                            ("different", "different"),
                        ],
                        max_length=10,
                        verbose_name="proposed",
                    ),
                ),
                (
                    "proposed_at",
                    models.DateTimeField(null=True, verbose_name="proposed at"),
                ),
                (
                    "agreed_at",
                    models.DateTimeField(null=True, verbose_name="agreed at"),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
                (
                    "found_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="found"),
                ),
                (
                    "agreed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims_agreed",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="agreed by",
                    ),
                ),
                (
                    "one_centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.centre",
                    ),
                ),
                (
                    "other_centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.centre",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims_proposed",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "double claim",
                "verbose_name_plural": "double claims",
                "ordering": ("-score", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "same")),
                        fields=("record_type", "follower_pk"),
                        name="figures_claim_follows_one_lead",
                        violation_error_message="A record follows one that leads, not two.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "open"),
                            models.Q(("proposed_state", ""), _negated=True),
                            models.Q(
                                ("agreed_by", models.F("proposed_by")), _negated=True
                            ),
                            _connector="OR",
                        ),
                        name="figures_claim_is_decided_by_two",
                        violation_error_message="Two persons decide a double claim.",
                    ),
                    models.UniqueConstraint(
                        fields=("record_type", "one_pk", "other_pk"),
                        name="figures_pair_is_claimed_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("one_pk__lt", models.F("other_pk"))),
                        name="figures_pair_is_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "same"), _negated=True),
                            models.Q(
                                ("follower_pk", models.F("other_pk")),
                                ("lead_pk", models.F("one_pk")),
                            ),
                            models.Q(
                                ("follower_pk", models.F("one_pk")),
                                ("lead_pk", models.F("other_pk")),
                            ),
                            _connector="OR",
                        ),
                        name="figures_same_outcome_has_a_lead",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lead_share__isnull", True),
                            ("lead_share__range", (0, 100)),
                            _connector="OR",
                        ),
                        name="figures_share_is_a_percentage",
                        violation_error_message="A share is from 0 to 100 percent.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "record_type",
                    models.SlugField(db_index=False, verbose_name="record type"),
                ),
                ("one_pk", models.BigIntegerField()),
                ("other_pk", models.BigIntegerField()),
                ("score", models.PositiveSmallIntegerField(verbose_name="likeness")),
                ("grounds", models.JSONField(default=list, verbose_name="grounds")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "to be decided"),
                            ("same", "the same"),
                            ("different", "different"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("lead_pk", models.BigIntegerField(null=True)),
                ("follower_pk", models.BigIntegerField(null=True)),
                (
                    "lead_share",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=5,
                        null=True,
                        verbose_name="share of the leading centre",
                    ),
                ),
                (
                    "proposed_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("open", "to be decided"),
                            ("same", "the same"),
                            ("different", "different"),
                        ],
                        max_length=10,
                        verbose_name="proposed",
                    ),
                ),
                (
                    "proposed_at",
                    models.DateTimeField(null=True, verbose_name="proposed at"),
                ),
                (
                    "agreed_at",
                    models.DateTimeField(null=True, verbose_name="agreed at"),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
                (
                    "found_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="found"),
                ),
                (
                    "agreed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="agreed by",
                    ),
                ),
                (
                    "one_centre",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
                    ),
                ),
                (
                    "other_centre",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
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
                        to="figures.claim",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="KeptAnswer",
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
                ("figure", models.CharField(max_length=50, verbose_name="figure")),
                ("definition", models.CharField(max_length=32)),
                ("centre_pk", models.BigIntegerField()),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("total", models.DecimalField(decimal_places=20, max_digits=40)),
                ("snapshot", figures.models.kept.SnapshotField()),
                ("server", models.BigIntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("figure", "centre_pk", "starts_on", "ends_on"),
                        name="figures_answer_is_kept_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Publication",
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
                ("figure", models.CharField(max_length=50, verbose_name="figure")),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(verbose_name="last day")),
                (
                    "narrowed",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="narrowed to"
                    ),
                ),
                (
                    "printed",
                    models.CharField(max_length=200, verbose_name="as printed"),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=20, max_digits=40, verbose_name="value"
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("published", "published"),
                            ("revised", "revised"),
                            ("estimate", "estimated"),
                        ],
                        default="published",
                        max_length=10,
                        verbose_name="basis",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("press", "press"),
                            ("ministry", "ministry"),
                            ("assembly", "assembly"),
                            ("public", "public"),
                            ("other", "other"),
                        ],
                        default="press",
                        max_length=10,
                        verbose_name="given to",
                    ),
                ),
                ("outlet", models.CharField(max_length=200, verbose_name="where")),
                (
                    "published_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="given out on"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The document's number or the address where it stands.",
                        max_length=500,
                        verbose_name="source",
                    ),
                ),
                (
                    "definition",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="version of the definition"
                    ),
                ),
                (
                    "revision",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="revision"
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
                (
                    "is_withdrawn",
                    models.BooleanField(default=False, verbose_name="withdrawn"),
                ),
                (
                    "entered_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="entered"),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications_entered",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entered by",
                    ),
                ),
            ],
            options={
                "verbose_name": "published value",
                "verbose_name_plural": "published values",
                "ordering": ("-ends_on", "figure", "-published_on", "-pk"),
                "indexes": [
                    models.Index(
                        fields=["figure", "starts_on", "ends_on"],
                        name="figures_published_of_figure",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("starts_on__lte", models.F("ends_on"))),
                        name="figures_published_period_ends_after_it_starts",
                        violation_error_message="A period ends after it starts.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("figure", models.CharField(max_length=50, verbose_name="figure")),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(verbose_name="last day")),
                (
                    "narrowed",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="narrowed to"
                    ),
                ),
                (
                    "printed",
                    models.CharField(max_length=200, verbose_name="as printed"),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=20, max_digits=40, verbose_name="value"
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("published", "published"),
                            ("revised", "revised"),
                            ("estimate", "estimated"),
                        ],
                        default="published",
                        max_length=10,
                        verbose_name="basis",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("press", "press"),
                            ("ministry", "ministry"),
                            ("assembly", "assembly"),
                            ("public", "public"),
                            ("other", "other"),
                        ],
                        default="press",
                        max_length=10,
                        verbose_name="given to",
                    ),
                ),
                ("outlet", models.CharField(max_length=200, verbose_name="where")),
                (
                    "published_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="given out on"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The document's number or the address where it stands.",
                        max_length=500,
                        verbose_name="source",
                    ),
                ),
                (
                    "definition",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="version of the definition"
                    ),
                ),
                (
                    "revision",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="revision"
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
                (
                    "is_withdrawn",
                    models.BooleanField(default=False, verbose_name="withdrawn"),
                ),
                (
                    "entered_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="entered"),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entered by",
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
                        to="figures.publication",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Restatement",
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
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                ("reason", models.TextField(verbose_name="reason")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("approved", "approved"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "opened_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="opened"),
                ),
                (
                    "approved_at",
                    models.DateTimeField(null=True, verbose_name="approved"),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restatements_approved",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="approved by",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restatements_opened",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="opened by",
                    ),
                ),
                (
                    "close",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restatements",
                        to="figures.yearclose",
                        verbose_name="year",
                    ),
                ),
            ],
            options={
                "verbose_name": "restatement",
                "verbose_name_plural": "restatements",
                "ordering": ("close", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("close", "number"),
                        name="figures_restatements_are_numbered",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("close",),
                        name="figures_one_restatement_is_open",
                        violation_error_message="A restatement of this year is open.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="figures_restatement_has_a_reason",
                        violation_error_message="A restatement needs a reason.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "approved"),
                            models.Q(
                                ("approved_at__isnull", True),
                                ("approved_by__isnull", True),
                            ),
                            _connector="XOR",
                        ),
                        name="figures_approved_restatement_says_by_whom_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by__isnull", True),
                            models.Q(
                                ("approved_by", models.F("opened_by")), _negated=True
                            ),
                            _connector="OR",
                        ),
                        name="figures_restatement_is_approved_by_a_second_person",
                        violation_error_message="A restatement is approved by somebody other than who opened it.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RestatedRecord",
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
                ("figure", models.CharField(max_length=50, verbose_name="figure")),
                ("record_pk", models.BigIntegerField()),
                ("was_counted", models.BooleanField()),
                ("is_counted", models.BooleanField()),
                (
                    "before",
                    models.DecimalField(decimal_places=20, max_digits=40, null=True),
                ),
                (
                    "after",
                    models.DecimalField(decimal_places=20, max_digits=40, null=True),
                ),
                ("moved_at", models.DateTimeField(verbose_name="moved")),
                (
                    "restatement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="records",
                        to="figures.restatement",
                    ),
                ),
            ],
            options={
                "verbose_name": "restated record",
                "verbose_name_plural": "restated records",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("restatement", "figure", "record_pk"),
                        name="figures_record_is_restated_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SealedRecord",
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
                ("record_pk", models.BigIntegerField()),
                (
                    "measured",
                    models.DecimalField(decimal_places=20, max_digits=40, null=True),
                ),
                (
                    "seal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="records",
                        to="figures.seal",
                    ),
                ),
            ],
            options={
                "verbose_name": "sealed record",
                "verbose_name_plural": "sealed records",
                "ordering": ("seal", "record_pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seal", "record_pk"),
                        name="figures_record_is_sealed_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
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
                ("figure", models.CharField(max_length=50, verbose_name="figure")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1800),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=20, max_digits=40, verbose_name="target"
                    ),
                ),
                (
                    "reason",
                    models.CharField(blank=True, max_length=300, verbose_name="reason"),
                ),
                ("set_at", models.DateTimeField(auto_now=True, verbose_name="set")),
                (
                    "centre",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="accounts.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets_set",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="set by",
                    ),
                ),
            ],
            options={
                "verbose_name": "target",
                "verbose_name_plural": "targets",
                "ordering": ("-year", "centre", "figure", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "figure", "year"),
                        name="figures_target_is_set_once",
                        nulls_distinct=False,
                        violation_error_message="This target is set already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="figures_target_is_more_than_nothing",
                        violation_error_message="A target is more than 0.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TargetEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("figure", models.CharField(max_length=50, verbose_name="figure")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1800),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=20, max_digits=40, verbose_name="target"
                    ),
                ),
                (
                    "reason",
                    models.CharField(blank=True, max_length=300, verbose_name="reason"),
                ),
                ("set_at", models.DateTimeField(auto_now=True, verbose_name="set")),
                (
                    "centre",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        to="figures.target",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="set by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Touch",
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
                ("figure", models.CharField(max_length=50, verbose_name="figure")),
                ("centre_pk", models.BigIntegerField()),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("transaction", figures.models.kept.TransactionField()),
                ("seen", figures.models.kept.SnapshotField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("seen__isnull", False)),
                        fields=["figure", "transaction"],
                        name="figures_touch_looked_up",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=(
                            "figure",
                            "starts_on",
                            "ends_on",
                            "centre_pk",
                            "transaction",
                        ),
                        name="figures_touch_is_told_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("starts_on__lte", models.F("ends_on"))),
                        name="figures_touch_ends_after_it_starts",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "figures_claimevent" ("agreed_at", "agreed_by_id", "follower_pk", "found_at", "grounds", "id", "lead_pk", "lead_share", "notes", "one_centre_id", "one_pk", "other_centre_id", "other_pk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "proposed_state", "record_type", "score", "state") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."follower_pk", NEW."found_at", NEW."grounds", NEW."id", NEW."lead_pk", NEW."lead_share", NEW."notes", NEW."one_centre_id", NEW."one_pk", NEW."other_centre_id", NEW."other_pk", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."proposed_state", NEW."record_type", NEW."score", NEW."state"); RETURN NULL;',
                    hash="5b093ce259e5d2c29c0e99101585e31cbedec956",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bd4c1",
                    table="figures_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "figures_claimevent" ("agreed_at", "agreed_by_id", "follower_pk", "found_at", "grounds", "id", "lead_pk", "lead_share", "notes", "one_centre_id", "one_pk", "other_centre_id", "other_pk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "proposed_state", "record_type", "score", "state") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."follower_pk", NEW."found_at", NEW."grounds", NEW."id", NEW."lead_pk", NEW."lead_share", NEW."notes", NEW."one_centre_id", NEW."one_pk", NEW."other_centre_id", NEW."other_pk", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."proposed_state", NEW."record_type", NEW."score", NEW."state"); RETURN NULL;',
                    hash="e36bd502a0ceafc098bbcc14b579f140ceecec37",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6edc6",
                    table="figures_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "figures_claimevent" ("agreed_at", "agreed_by_id", "follower_pk", "found_at", "grounds", "id", "lead_pk", "lead_share", "notes", "one_centre_id", "one_pk", "other_centre_id", "other_pk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "proposed_state", "record_type", "score", "state") VALUES (OLD."agreed_at", OLD."agreed_by_id", OLD."follower_pk", OLD."found_at", OLD."grounds", OLD."id", OLD."lead_pk", OLD."lead_share", OLD."notes", OLD."one_centre_id", OLD."one_pk", OLD."other_centre_id", OLD."other_pk", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposed_at", OLD."proposed_by_id", OLD."proposed_state", OLD."record_type", OLD."score", OLD."state"); RETURN NULL;',
                    hash="fc08e3c7b4df004ea86b10ba5b8f0f61382559bd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0907d",
                    table="figures_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f21194d4611c27a544cee38618024b16af4e8ead",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cc769",
                    table="figures_claimevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "figures_publicationevent" ("amount", "audience", "basis", "centre_id", "definition", "ends_on", "entered_at", "entered_by_id", "figure", "id", "is_withdrawn", "narrowed", "notes", "outlet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "printed", "published_on", "revision", "source", "starts_on") VALUES (NEW."amount", NEW."audience", NEW."basis", NEW."centre_id", NEW."definition", NEW."ends_on", NEW."entered_at", NEW."entered_by_id", NEW."figure", NEW."id", NEW."is_withdrawn", NEW."narrowed", NEW."notes", NEW."outlet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."printed", NEW."published_on", NEW."revision", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="f542271bc7a431fdc30c8d52e71ab2e44b1f61f2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8890f",
                    table="figures_publication",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "figures_publicationevent" ("amount", "audience", "basis", "centre_id", "definition", "ends_on", "entered_at", "entered_by_id", "figure", "id", "is_withdrawn", "narrowed", "notes", "outlet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "printed", "published_on", "revision", "source", "starts_on") VALUES (NEW."amount", NEW."audience", NEW."basis", NEW."centre_id", NEW."definition", NEW."ends_on", NEW."entered_at", NEW."entered_by_id", NEW."figure", NEW."id", NEW."is_withdrawn", NEW."narrowed", NEW."notes", NEW."outlet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."printed", NEW."published_on", NEW."revision", NEW."source", NEW."starts_on"); RETURN NULL;',
                    hash="7287dc37666dfb6c1e2815b04aef2ec891d53beb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7d24b",
                    table="figures_publication",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "figures_publicationevent" ("amount", "audience", "basis", "centre_id", "definition", "ends_on", "entered_at", "entered_by_id", "figure", "id", "is_withdrawn", "narrowed", "notes", "outlet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "printed", "published_on", "revision", "source", "starts_on") VALUES (OLD."amount", OLD."audience", OLD."basis", OLD."centre_id", OLD."definition", OLD."ends_on", OLD."entered_at", OLD."entered_by_id", OLD."figure", OLD."id", OLD."is_withdrawn", OLD."narrowed", OLD."notes", OLD."outlet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."printed", OLD."published_on", OLD."revision", OLD."source", OLD."starts_on"); RETURN NULL;',
                    hash="d21bda8260ebe5a0f0bc1ec1f86ad9d6e90d69d1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0fcf3",
                    table="figures_publication",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publicationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2029900e5e73f07beb96e85a5089bc0dbf5d9677",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_aa3f0",
                    table="figures_publicationevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sealedrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="what_is_sealed_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a585c0a58f29a35b361aeaedf346dc2c99001bdb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_what_is_sealed_stays_252fe",
                    table="figures_sealedrecord",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "figures_targetevent" ("amount", "centre_id", "figure", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id", "year") VALUES (NEW."amount", NEW."centre_id", NEW."figure", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."set_at", NEW."set_by_id", NEW."year"); RETURN NULL;',
                    hash="59c23df1a29d68844a2c036b4bab167989c393b4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1a8a7",
                    table="figures_target",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "figures_targetevent" ("amount", "centre_id", "figure", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id", "year") VALUES (NEW."amount", NEW."centre_id", NEW."figure", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."set_at", NEW."set_by_id", NEW."year"); RETURN NULL;',
                    hash="6ed8b8c6ba5fd5485e40ff655e8fd688182d5f16",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5ff60",
                    table="figures_target",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "figures_targetevent" ("amount", "centre_id", "figure", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id", "year") VALUES (OLD."amount", OLD."centre_id", OLD."figure", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."set_at", OLD."set_by_id", OLD."year"); RETURN NULL;',
                    hash="468c9b210f122bfef4985ed3ee84df90db3de009",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_38667",
                    table="figures_target",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="targetevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="983dd9e663fca58304de89c2b1126361e92d9655",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2e48b",
                    table="figures_targetevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearclose",
            trigger=pgtrigger.compiler.Trigger(
                name="a_closed_year_is_not_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'closed')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="fbaa2b68c5e69c712ec11a9db5714a950a5ce1be",
                    operation="DELETE",
                    pgid="pgtrigger_a_closed_year_is_not_deleted_285de",
                    table="figures_yearclose",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearclose",
            trigger=pgtrigger.compiler.Trigger(
                name="a_closed_year_stays_closed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."state" = \'closed\' AND (NOT (NEW."state" = \'closed\') OR NEW."year" IS DISTINCT FROM (OLD."year") OR NEW."centre_id" IS DISTINCT FROM (OLD."centre_id")))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4d2308f5cc9047010650644bdf07e043e7d0d913",
                    operation="UPDATE",
                    pgid="pgtrigger_a_closed_year_stays_closed_4ab00",
                    table="figures_yearclose",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="yearclose",
            trigger=pgtrigger.compiler.Trigger(
                name="a_revision_has_its_seals",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."revision" IS DISTINCT FROM (OLD."revision") AND OLD."state" = \'closed\')',
                    func="\n    IF NEW.revision < OLD.revision OR NOT EXISTS (\n        SELECT FROM figures_seal\n        WHERE close_id = NEW.id AND revision = NEW.revision\n    ) THEN\n        RAISE EXCEPTION 'a_revision_has_its_seals: % has none', NEW.revision;\n    END IF;\n    RETURN NEW;\n",
                    hash="7164581d1b2a1841b44777068cd6779eb47ba2dc",
                    operation="UPDATE",
                    pgid="pgtrigger_a_revision_has_its_seals_29c0d",
                    table="figures_yearclose",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seal",
            trigger=pgtrigger.compiler.Trigger(
                name="what_is_sealed_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1497a798386ab45f3d20ab3020d1614a5fe26875",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_what_is_sealed_stays_eab99",
                    table="figures_seal",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="restatement",
            trigger=pgtrigger.compiler.Trigger(
                name="a_restatement_is_not_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="d1e61ca3ba1b53f74670991610fa61c0c23576f4",
                    operation="DELETE",
                    pgid="pgtrigger_a_restatement_is_not_deleted_9b42b",
                    table="figures_restatement",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="restatement",
            trigger=pgtrigger.compiler.Trigger(
                name="a_decided_restatement_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (OLD.\"state\" = 'open'))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="05651a388d098a68533f6a8913896d79fe15673b",
                    operation="UPDATE",
                    pgid="pgtrigger_a_decided_restatement_stays_e45aa",
                    table="figures_restatement",
                    when="BEFORE",
                ),
            ),
        ),
    ]
