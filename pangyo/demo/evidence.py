"""Evidence of a few records: little files made here, each saying it is invented."""

import struct
import zlib
from operator import itemgetter

from django.core.files.uploadedfile import SimpleUploadedFile

from delegations.models import MOU, Visit
from pangyo.demo.marks import INVENTED
from pangyo.demo.world import World
from records.files.attaching import attach
from support.models import ConsultingCase, Contract, Incorporation, InvestmentLink

WIDTH, HEIGHT = 240, 150
PAGE = b"/MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >>"
BLUE, SAND = (27, 94, 140), (240, 196, 96)

# The centre, whose latest record of which kind by which day has what, attached by whom.
EVIDENCE = (
    ("b2g", ConsultingCase, "closed_on", ("상담 결과 보고서.pdf",), "officer"),
    ("b2g", Contract, "signed_on", ("계약서 사본.pdf", "서명식 사진.png"), "officer"),
    ("b2g", Incorporation, "established_on", ("법인등기 사본.pdf",), "officer"),
    ("b2g", InvestmentLink, "paid_on", ("투자금 납입 확인서.pdf",), "manager"),
    (
        "gccei",
        Visit,
        "starts_on",
        ("방문 사진.png", "참석자 명단.pdf"),
        "officer.gccei",
    ),
    ("gbsa", MOU, "signed_on", ("협약서 사본.pdf",), "manager.gbsa"),
)


def attach_evidence(world: World) -> None:
    """Attach the files to records that are saved already."""
    for centre, model, day, names, username in EVIDENCE:
        record = latest(world, model, centre, day=day)
        uploads = [SimpleUploadedFile(name, content_of(name)) for name in names]
        attach(record, uploads, user=world.users[username], description=INVENTED)


def latest(world: World, model: type, centre: str, *, day: str):
    """By a day that has come: what is in talks or only planned has no evidence."""
    days = [(getattr(record, day), record) for record in world.of(model, centre)]
    come = [pair for pair in days if pair[0] and pair[0] <= world.today]
    return max(come, key=itemgetter(0))[1]


def content_of(name: str) -> bytes:
    return picture() if name.endswith(".png") else document()


def document() -> bytes:
    """A page of PDF that says what it is; the font every reader has knows no Korean."""
    text = b"BT /F1 24 Tf 72 760 Td (Demonstration data: invented evidence) Tj ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R %s >>" % PAGE,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    file, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    listed = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        file
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, listed)
        + b"trailer << /Size %d /Root 1 0 R >>\n" % count
        + b"startxref\n%d\n%%%%EOF\n" % len(file)
    )


def picture() -> bytes:
    """Two fields of colour: nobody takes it for a photograph."""
    half = HEIGHT // 2
    rows = b"".join(
        b"\0" + bytes(BLUE if row < half else SAND) * WIDTH for row in range(HEIGHT)
    )
    size = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", size), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def chunk(name: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)
