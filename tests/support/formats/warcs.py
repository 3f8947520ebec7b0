"""Records of the web, made as crawlers make them."""

import gzip


def answer(content: bytes, *headers: str, kind: str = "image/jpeg") -> bytes:
    """An HTTP answer."""
    lines = ["HTTP/1.1 200 OK", f"Content-Type: {kind}", *headers, "", ""]
    return "\r\n".join(lines).encode() + content


def record(url: str, block: bytes, kind: str = "response", *headers: str) -> bytes:
    """A record."""
    lines = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2024-08-01T12:00:00Z",
        "Content-Type: application/http;msgtype=response",
        f"Content-Length: {len(block)}",
        *headers,
        "",
        "",
    ]
    return "\r\n".join(lines).encode() + block + b"\r\n\r\n"


def chunked(content: bytes, size: int = 1000) -> bytes:
    """In chunks."""
    pieces = [content[at : at + size] for at in range(0, len(content), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(each), each) for each in pieces) + b"0\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """Each record packed on its own."""
    return b"".join(gzip.compress(each) for each in records)
