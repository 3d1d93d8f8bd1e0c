import pytest

from support import consulting_fields
from support.models import ConsultingField


@pytest.mark.django_db
def test_loading_again_leaves_an_edited_entry():
    ConsultingField.objects.filter(code="hr").update(name="인사·노무", aliases=[])
    consulting_fields.load()
    entry = ConsultingField.objects.get(code="hr")
    assert (entry.name, entry.aliases) == ("인사·노무", [])


@pytest.mark.django_db
def test_loading_again_adds_what_is_missing():
    ConsultingField.objects.filter(code="tech").delete()
    consulting_fields.load()
    assert ConsultingField.objects.get(code="tech").name == "기술"


@pytest.mark.django_db
def test_a_name_that_is_taken_is_left_to_its_entry():
    ConsultingField.objects.filter(code="tech").delete()
    ConsultingField.objects.create(code="engineering", name="기술")
    consulting_fields.load()
    assert not ConsultingField.objects.filter(code="tech").exists()
