"""Reports made up for the tests, and the programs that read PDFs."""

import hashlib
import io
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.handover.bundle_plan import Level
from app.handover.report.content import (
    Appearance,
    Check,
    CustodySummary,
    Exhibit,
    Report,
    Unclear,
)
from face.packs.catalogue import OPEN
from face.types import Reason
from storage.bundle.bag import BundleIdentity
from storage.custody import Head
from storage.schema import MAJOR, MINOR
from storage.types import (
    CaseInfo,
    CaseKind,
    Decision,
    Item,
    ItemDetail,
    ItemState,
    KeptMedia,
    PackUse,
    Source,
    Verdict,
)
from tests.support.two_versions import NEW

MADE = "2026-11-22T14:31:05.000+00:00"
HOSTILE = (
    "#let x = [*bold*] $evil$ <label> @ref `raw` // 이름.png",
    '#panic("x") ] } ) \\u{41} "quoted".jpg',
    "a" * 110 + ".jpg",
    "\u202egpj.exe \U00013000 漢字.png",
    "<script>alert(1)</script>&amp;.webm",
    "합성_영상_최종본(2).mp4",
)

poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils")
hangul = pytest.mark.skipif(
    not any(Path("/usr/share/fonts").rglob("NotoSansCJK-Regular.ttc")),
    reason="needs fonts-noto-cjk",
)


def digest(of: object, algorithm: str = "sha256") -> str:
    return hashlib.new(algorithm, str(of).encode()).hexdigest()


def jpeg(shade: int) -> bytes:
    """A plain square."""
    content = io.BytesIO()
    Image.fromarray(np.full((32, 32, 3), shade % 256, np.uint8)).save(content, "JPEG")
    return content.getvalue()


def source(number: int) -> Source:
    return Source(
        path="/home/her-own-name/a.jpg",
        filename=HOSTILE[number % len(HOSTILE)],
        mtime_ns=1724246043 * 10**9,
        acquired_at_utc="2026-11-20T03:14:15.926+00:00",
        acquired_at_local="2026-11-20T12:14:15.926+09:00",
        tz="KST",
        role="self",
        platform="Telegram",
        room_title="지인방 #3 [비공개]",
        message_id=str(4812 + number),
        message_time_unix=1724246043,
        url=f"https://t.me/c/1733202847/{4812 + number}?" + "x" * 80,
        note="첫 줄\n둘째 줄",
    )


def exhibit(number: int, crop: bytes | None = None) -> Exhibit:
    """A confirmed item; every third is a video."""
    video = number % 3 == 2
    mime = "video/mp4" if video else "image/jpeg"
    name = HOSTILE[number % len(HOSTILE)]
    item = Item(number, name, digest(number), 1_830_000 + number, mime, ItemState.DONE, None)
    when = "2026-11-21T10:11:12.000+00:00"
    decision = Decision(number, None, Verdict.CONFIRM, "self", when, when, "KST")
    detail = ItemDetail(
        item=item,
        sha512=digest(number, "sha512"),
        md5=digest(number, "md5"),
        sha1=digest(number, "sha1"),
        width=1280,
        height=720,
        duration_ms=63_000 if video else None,
        frames=None,
        pdq=None if video else digest(("pdq", number)),
        pdq_quality=None if video else 97,
        detail="",
        pack="open",
        pipeline="open 1",
        original_kept=False,
        parent_sha256=None,
        operation=None,
        sources=(source(number),),
        tracks=(),
        faces=(),
        decisions=(decision,),
    )
    span = (3200, 9800) if video else (0, 0)
    seen = Appearance(100 + number, span[0], span, ("strong", "some", None)[number % 3], crop)
    return Exhibit(detail, Verdict.CONFIRM, (seen,))


def checked(**other: object) -> Check:
    said = {
        "version": "0.1.0",
        "pack": "open",
        "pipeline": NEW,
        "calibrated": True,
        "items": 1240,
        "tracks": 4312,
        "photos": 3,
        "confirmed": 2,
        "cohort": {"origin": "case", "size": 4100},
        "threshold": {"strong": "5.812", "some": "4.107"},
        "expected": {"strong": "0.0148", "some": "0.98"},
        "strong": 2,
        "some": 1,
        "unchecked": 3,
        **other,
    }
    attested = {"photos": 3, "challenge": "passed"}
    files = (("centerface.onnx", digest("model")),)
    return Check(MADE, "self", said, attested, files, OPEN.poor_at)


def report(count: int = 3, unclear: int = 2, level: Level = Level.LIST) -> Report:
    """So many confirmed items, and so many that could not be checked."""
    pictures = level is not Level.LIST
    exhibits = tuple(exhibit(n, jpeg(n) if pictures else None) for n in range(1, count + 1))
    reasons = list(Reason)
    uses = (PackUse("open", NEW, 1180, 4312),)
    states = {
        ItemState.DONE: 1180,
        ItemState.NO_FACE: 60,
        ItemState.PENDING: 0,
        ItemState.UNCHECKED: unclear,
    }
    return Report(
        info=CaseInfo(
            id="7f3a9c0e51d24b8896aa01f2c3d4e5f6",
            origin=None,
            created_utc=MADE,
            kind=CaseKind.CASE,
            media=KeptMedia.NONE,
            crops=True,
            format=(MAJOR, MINOR),
            packs=uses,
            items=states,
            faces=4312,
            tracks=4312,
            custody_entries=57,
            custody_ok=True,
        ),
        made_utc=MADE,
        tz="KST",
        version="0.1.0",
        level=level,
        exhibits=exhibits,
        check=checked(),
        unclear=tuple(
            Unclear(
                100_000 + n,
                HOSTILE[n % len(HOSTILE)],
                digest(n),
                reasons[n % len(reasons)],
                partly=n % 2 == 1,
            )
            for n in range(unclear)
        ),
        decisions=tuple(each for one in exhibits for each in one.detail.decisions),
        custody=CustodySummary(
            Head(57, digest("head")),
            True,
            {"created": 1, "new-step": 2},
            {"created": (MADE, MADE), "new-step": (MADE, MADE)},
        ),
        sealed=BundleIdentity(digest("manifest", "sha512"), digest("key")),
    )


def read(program: str, pdf: bytes, *options: str) -> str:
    """What a program of poppler says of a PDF."""
    done = subprocess.run(  # noqa: S603
        [program, *options, "-", *(["-"] if program == "pdftotext" else [])],
        input=pdf,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()
