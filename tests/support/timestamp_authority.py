"""An authority for timestamps with its own chain of certificates; OpenSSL makes its answers."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tests.support.unpackers import run

DAY = dt.timedelta(days=1)
STAMPING = (ExtendedKeyUsageOID.TIME_STAMPING,)

CONFIG = """
[ tsa ]
default_tsa = clock
[ clock ]
serial = serial
signer_cert = cert.pem
signer_key = key.pem
signer_digest = {signer_digest}
default_policy = 1.2.3.4
digests = sha256, sha384, sha512
ess_cert_id_alg = {named_by}
certs = chain.pem
"""


@dataclass(frozen=True, slots=True)
class Signer:
    """What the certificate of the authority is like.

    Attributes:
        days: From when to when it is valid, in days from now.
        issuer_is_authority: Whether the certificate between it and the root may sign others.
        signer_digest: The hash of its signatures.
        named_by: The hash by which a signature names the certificate; "sha1" is the first form.
    """

    key: str = "ec"
    days: tuple[int, int] = (-1, 30)
    issuer_is_authority: bool = True
    signer_digest: str = "sha256"
    named_by: str = "sha256"


class Authority:
    """Root, a certificate between, and the authority that answers.

    Attributes:
        root: The certificate that somebody may trust.
        between, leaf: The others of the chain.
    """

    def __init__(self, folder: Path, signer: Signer | None = None) -> None:
        signer = signer or Signer()
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        roots_key, between_key, key = (_key(kind) for kind in ("ec", "ec", signer.key))
        self.root = _certificate("root", roots_key, (None, roots_key), (_AUTHORITY,))
        may_sign = x509.BasicConstraints(ca=signer.issuer_is_authority, path_length=None)
        extensions = ((may_sign, True),)
        self.between = _certificate("between", between_key, (self.root, roots_key), extensions)
        self._keys = key, between_key
        self.leaf = self._clock(STAMPING, signer.days)
        (folder / "clock.cnf").write_text(
            CONFIG.format(signer_digest=signer.signer_digest, named_by=signer.named_by)
        )
        (folder / "serial").write_text("01")
        (folder / "key.pem").write_bytes(
            key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        )
        (folder / "cert.pem").write_bytes(self.leaf.public_bytes(Encoding.PEM))
        (folder / "chain.pem").write_bytes(self.between.public_bytes(Encoding.PEM))
        (folder / "root.pem").write_bytes(self.root.public_bytes(Encoding.PEM))

    def _clock(
        self,
        usage: tuple[x509.ObjectIdentifier, ...],
        days: tuple[int, int],
        is_critical: bool = True,
        serial: int | None = None,
    ) -> x509.Certificate:
        key, issuers_key = self._keys
        extensions = ((x509.ExtendedKeyUsage(usage), is_critical),) if usage else ()
        return _certificate("clock", key, (self.between, issuers_key), extensions, days, serial)

    def twin(
        self, usage: tuple[x509.ObjectIdentifier, ...], is_critical: bool = True
    ) -> x509.Certificate:
        """A certificate of the same name, number and key as its own, for another usage."""
        return self._clock(usage, (-1, 30), is_critical, self.leaf.serial_number)

    @property
    def roots_file(self) -> Path:
        """A file with the root, in PEM."""
        return self._folder / "root.pem"

    def answer(self, digest: str, algorithm: str = "sha512", *, certificates: bool = True) -> bytes:
        """Its answer about a digest; with its certificates, where they are asked for."""
        folder = self._folder
        asked = ("-digest", digest, f"-{algorithm}", *(["-cert"] if certificates else []))
        run("openssl", "ts", "-query", *asked, "-out", "query.tsq", cwd=folder)
        options = ("-config", "clock.cnf", "-queryfile", "query.tsq", "-out", "answer.tsr")
        run("openssl", "ts", "-reply", *options, cwd=folder)
        return (folder / "answer.tsr").read_bytes()


_AUTHORITY = (x509.BasicConstraints(ca=True, path_length=None), True)

_PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


def _key(kind: str) -> _PrivateKey:
    if kind == "rsa":
        return rsa.generate_private_key(65537, 2048)
    return ec.generate_private_key(ec.SECP384R1() if kind == "p384" else ec.SECP256R1())


def _certificate(
    name: str,
    key: _PrivateKey,
    signed_by: tuple[x509.Certificate | None, _PrivateKey],
    extensions: tuple[tuple[x509.ExtensionType, bool], ...],
    days: tuple[int, int] = (-2, 60),
    serial: int | None = None,
) -> x509.Certificate:
    issuer, issuers_key = signed_by
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Test {name}")])
    now = dt.datetime.now(dt.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(serial or x509.random_serial_number())
        .not_valid_before(now + days[0] * DAY)
        .not_valid_after(now + days[1] * DAY)
    )
    for extension, is_critical in extensions:
        builder = builder.add_extension(extension, is_critical)
    return builder.sign(issuers_key, hashes.SHA256())
