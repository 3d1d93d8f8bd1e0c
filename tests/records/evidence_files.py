"""Little files of every kind, made on the spot, and files that are none of them."""

import io
import struct
import zipfile
from collections.abc import Mapping

from PIL import Image
from PIL.PngImagePlugin import PngInfo

OFFICE_TYPES = {
    "docx": "wordprocessingml.document.main+xml",
    "xlsx": "spreadsheetml.sheet.main+xml",
    "pptx": "presentationml.presentation.main+xml",
}
OFFICE_PARTS = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "pptx": "ppt/presentation.xml",
}
MIMETYPES = {
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "hwpx": "application/hwp+zip",
}
SECTOR, SHORT = 512, 64
NONE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def pdf(text: str = "evidence") -> bytes:
    return f"%PDF-1.4\n% {text}\ntrailer <<>>\nstartxref\n0\n%%EOF\n".encode()


def picture(kind: str, **options) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (4, 4), "green").save(file, kind, **options)
    return file.getvalue()


def png(comment: str = "") -> bytes:
    described = PngInfo()
    described.add_text("Comment", comment)
    return picture("png", pnginfo=described)


def archive(members: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return file.getvalue()


def office(kind: str, text: str = "", **more: bytes) -> bytes:
    main = OFFICE_TYPES[kind]
    types = f"<Types><Override ContentType='vnd.openxmlformats.{main}'/></Types>"
    part = {OFFICE_PARTS[kind]: f"<a>{text}</a>".encode()}
    return archive({"[Content_Types].xml": types.encode()} | part | more)


def self_named(kind: str, **more: bytes) -> bytes:
    content = "Contents/section0.xml" if kind == "hwpx" else "content.xml"
    return archive({"mimetype": MIMETYPES[kind].encode(), content: b"<a/>"} | more)


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file with these streams at its top; short ones lie in the short
    stream, as programs write them."""
    sectors: list[bytes] = [b""]  # the table comes first, when all are known
    table = [TABLE]

    def add(data: bytes) -> int:
        if not data:
            return END
        first = len(sectors)
        parts = [data[at : at + SECTOR] for at in range(0, len(data), SECTOR)]
        sectors.extend(part.ljust(SECTOR, b"\0") for part in parts)
        table.extend([*range(first + 1, first + len(parts)), END])
        return first

    short, short_table, placed = b"", [], []
    for name, data in streams.items():
        if len(data) >= 4096:
            placed.append((name, add(data), len(data)))
            continue
        first = len(short_table)
        count = max(-(-len(data) // SHORT), 1)
        placed.append((name, first, len(data)))
        short += data.ljust(count * SHORT, b"\0")
        short_table += [*range(first + 1, first + count), END]
    entries = [entry("Root Entry", 5, add(short), len(short), child=1)]
    for number, (name, first, size) in enumerate(placed, start=1):
        right = number + 1 if number < len(placed) else NONE
        entries.append(entry(name, 2, first, size, right=right))
    directory = add(b"".join(entries))
    shorts = add(struct.pack(f"<{len(short_table)}I", *short_table))
    sectors[0] = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIIII", 0, 1, directory, 0, 4096, shorts, 1, END, 0, 0)
    head += struct.pack("<108I", *[NONE] * 108)
    return head + b"".join(sectors)


def entry(name, kind, first, size, *, right=NONE, child=NONE) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    data = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
    data += struct.pack("<III", NONE, right, child) + bytes(36)
    return data + struct.pack("<IQ", first, size)


def hwp(flags: int = 1) -> bytes:
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack(
        "<II", 0x05010000, flags
    )
    return compound({"FileHeader": header.ljust(256, b"\0"), "DocInfo": b"\0" * 5000})


def doc(flags: int = 0, **more: bytes) -> bytes:
    document = struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0x412, 0, flags)
    return compound({"WordDocument": document.ljust(5000, b"\0"), **more})


def xls(*records: int) -> bytes:
    stream = b"".join(
        struct.pack("<HH", kind, 4) + bytes(4) for kind in (0x809, *records, 0x0A)
    )
    return compound({"Workbook": stream})


def ppt(**more: bytes) -> bytes:
    return compound({"PowerPoint Document": bytes(5000), **more})


def bomb() -> bytes:
    """600 MB of nothing in less than a megabyte."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", b"spreadsheetml.sheet.main+xml")
        with made.open("xl/workbook.xml", "w") as member:
            for _number in range(600):
                member.write(bytes(1024 * 1024))
    return file.getvalue()


def crowd(members: int) -> bytes:
    """An archive whose directory alone is large: the end of one, and no more."""
    name = "x" * 60
    one = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", *[0] * 15, 0)[:46]
    one = one[:28] + struct.pack("<H", len(name)) + one[30:] + name.encode()
    directory = one * members
    end = struct.pack(
        "<4sHHHHIIH",
        b"PK\x05\x06",
        0,
        0,
        members % 65536,
        members % 65536,
        len(directory),
        30,
        0,
    )
    return b"PK\x03\x04" + bytes(26) + directory + end


GOOD = {
    "pdf": pdf,
    "png": png,
    "jpeg": lambda: picture("jpeg"),
    "gif": lambda: picture("gif"),
    "webp": lambda: picture("webp"),
    "tiff": lambda: picture("tiff"),
    "docx": lambda: office("docx"),
    "xlsx": lambda: office("xlsx"),
    "pptx": lambda: office("pptx"),
    "odt": lambda: self_named("odt"),
    "ods": lambda: self_named("ods"),
    "odp": lambda: self_named("odp"),
    "hwpx": lambda: self_named("hwpx"),
    "hwp": hwp,
    "doc": doc,
    "xls": xls,
    "ppt": ppt,
}
