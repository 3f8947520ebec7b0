"""Pictures as SVG: the typesetter takes no other file from memory."""

import base64
import io

import segno


def qr_code(text: str) -> bytes:
    """A QR code (ISO/IEC 18004) of the text, with the quiet zone around it."""
    picture = io.BytesIO()
    segno.make(text, error="m", micro=False).save(picture, kind="svg", border=4)
    return picture.getvalue()


def photograph(jpeg: bytes) -> bytes:
    """A square around a JPEG, which stays as it is."""
    data = base64.b64encode(jpeg).decode()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<image width="100" height="100" href="data:image/jpeg;base64,{data}"/></svg>'
    ).encode()
