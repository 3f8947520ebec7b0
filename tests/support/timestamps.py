"""Time stamps of a digest: the answer of an authority (RFC 3161) and a proof of OpenTimestamps."""

from pathlib import Path

from tests.support.unpackers import run

CONFIG = """
[ req ]
distinguished_name = name
x509_extensions = stamping
prompt = no
[ name ]
CN = A clock that only the tests trust
[ stamping ]
extendedKeyUsage = critical,timeStamping
[ tsa ]
default_tsa = clock
[ clock ]
serial = serial
signer_cert = cert.pem
signer_key = key.pem
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha384, sha512
"""


def answer(folder: Path, digest: str, algorithm: str = "sha512") -> bytes:
    """Let OpenSSL answer a request for a time stamp, as an authority would."""
    folder.mkdir(exist_ok=True)
    (folder / "clock.cnf").write_text(CONFIG)
    (folder / "serial").write_text("01")
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc")
    made = ("-keyout", "key.pem", "-out", "cert.pem", "-config", "clock.cnf")
    run("openssl", "req", "-x509", *key, *made, cwd=folder)
    asked = ("-digest", digest, f"-{algorithm}", "-cert", "-out", "query.tsq")
    run("openssl", "ts", "-query", *asked, cwd=folder)
    options = ("-config", "clock.cnf", "-queryfile", "query.tsq", "-out", "answer.tsr")
    run("openssl", "ts", "-reply", *options, cwd=folder)
    return (folder / "answer.tsr").read_bytes()


HEAD = bytes.fromhex("004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294")


def proof(digest: bytes) -> bytes:
    """Make an OpenTimestamps proof, as `ots stamp` writes it with two calendars."""
    calendar = b"\x00" + bytes.fromhex("83dfe30d2ef90c8e") + b"\x0b\x0ahttps://a/"
    bitcoin = b"\x00" + bytes.fromhex("0588960d73d71901") + b"\x03\x80\x9d\x14"
    steps = b"\xf0\x10" + bytes(16) + b"\x08" + b"\xff" + calendar
    return (
        HEAD + b"\x01\x08" + digest + steps + b"\xf1\x04abcd\x08\xff" + bitcoin + b"\x02" + calendar
    )
