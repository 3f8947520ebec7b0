"""Check who signed an RFC 3161 timestamp, against the roots that a user trusts.

Source: RFC 3161, sections 2.3 and 2.4.2; RFC 5652 (CMS), sections 5.3 to 5.6; RFC 5816 (the hash of
the signer's certificate). The chain is checked by `cryptography`. Whether a certificate was called
back is not: that takes a network.
"""

import hashlib
import warnings
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID
from cryptography.x509.verification import (
    Criticality,
    ExtensionPolicy,
    Policy,
    PolicyBuilder,
    Store,
    VerificationError,
)

from storage.bundle.der import (
    CONTEXT_0,
    INTEGER,
    OCTETS,
    OID,
    SEQUENCE,
    SET,
    Element,
    content_of,
    elements,
    first_of,
)
from storage.bundle.timestamp import TST_INFO, Timestamp, TimestampKind, signed_data_of

_CONTENT_TYPE: Final = bytes.fromhex("2a864886f70d010903")
_MESSAGE_DIGEST: Final = bytes.fromhex("2a864886f70d010904")
_SIGNING_CERTIFICATE: Final = bytes.fromhex("2a864886f70d010910020c")
_SIGNING_CERTIFICATE_V2: Final = bytes.fromhex("2a864886f70d010910022f")

_HASHES: Final[dict[bytes, hashes.HashAlgorithm]] = {
    bytes.fromhex("608648016503040201"): hashes.SHA256(),
    bytes.fromhex("608648016503040202"): hashes.SHA384(),
    bytes.fromhex("608648016503040203"): hashes.SHA512(),
}
_RSA_PSS: Final = bytes.fromhex("2a864886f70d01010a")
_HASHES_OF_SIGNATURES: Final[dict[bytes, hashes.HashAlgorithm]] = {
    bytes.fromhex("2a864886f70d01010b"): hashes.SHA256(),  # with RSA
    bytes.fromhex("2a864886f70d01010c"): hashes.SHA384(),
    bytes.fromhex("2a864886f70d01010d"): hashes.SHA512(),
    bytes.fromhex("2a8648ce3d040302"): hashes.SHA256(),  # with ECDSA
    bytes.fromhex("2a8648ce3d040303"): hashes.SHA384(),
    bytes.fromhex("2a8648ce3d040304"): hashes.SHA512(),
}
"""Where a signature names no hash, it is made of the one of the attributes."""

_SIGNER_BY_KEY: Final = 128


class SignerAnswer(StrEnum):
    """What checking the signer of a timestamp came to. The message keys are "verify.signer.NAME".

    NOT_CHECKED: No roots were given, or it is a proof of OpenTimestamps.
    TRUSTED: An authority signed it whose certificate led to a root at the time in it.
    SIGNATURE: Its signature does not fit what it says.
    CERTIFICATE: The certificate of its signer is not in it, or is not for timestamps.
    CHAIN: The certificate does not lead to any of the roots, or did not at that time.
    """

    NOT_CHECKED = "not-checked"
    TRUSTED = "trusted"
    SIGNATURE = "signature"
    CERTIFICATE = "certificate"
    CHAIN = "chain"


@dataclass(frozen=True, slots=True)
class StampSigner:
    """Who signed a timestamp.

    Attributes:
        name: Name of the signer in its certificate (RFC 4514), where it is trusted. An authority
            chose it.
    """

    answer: SignerAnswer
    name: str | None = None


_REFUSALS: Final = (
    *(ValueError, LookupError, TypeError, InvalidSignature, UnsupportedAlgorithm),
    *(VerificationError, x509.InvalidVersion, x509.DuplicateExtension, x509.ExtensionNotFound),
    *(x509.UnsupportedGeneralNameType, x509.AttributeNotFound),
)
"""Whatever is raised by something that is not as it has to be."""

NOT_CHECKED: Final = StampSigner(SignerAnswer.NOT_CHECKED)


def check_signer(stamp: Timestamp, roots: Sequence[x509.Certificate]) -> StampSigner:
    """Check the signature, the signer's certificate and its chain; without roots nothing."""
    if not roots or stamp.kind is not TimestampKind.RFC3161 or stamp.at_utc is None:
        return NOT_CHECKED
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of oddities in certificates: nothing for a terminal
        return _checked(stamp.token, roots, datetime.fromisoformat(stamp.at_utc))


def _checked(token: bytes, roots: Sequence[x509.Certificate], at: datetime) -> StampSigner:
    reached = SignerAnswer.SIGNATURE
    try:
        signed = _Signed(token)
        reached = SignerAnswer.CERTIFICATE
        signer = signed.signer()
        _require_for_timestamps(signer)
        reached = SignerAnswer.SIGNATURE
        signed.require_signature(signer)
        reached = SignerAnswer.CHAIN
        _require_chain(signer, signed.certificates, roots, at)
        return StampSigner(SignerAnswer.TRUSTED, signer.subject.rfc4514_string())
    except _REFUSALS:
        return StampSigner(reached)


class _Signed:
    """The parts of a signed timestamp that its signature is about.

    Attributes:
        certificates: All that are in it.

    Raises:
        ValueError, LookupError: It has another form.
    """

    def __init__(self, token: bytes) -> None:
        _version, _digests, content, *rest, signers = signed_data_of(token)
        self._info = first_of(elements(content.content)[1].content, OCTETS)
        (signer,) = elements(content_of(signers, SET))
        _version, self._signer_id, digest, *rest_of_signer = elements(content_of(signer, SEQUENCE))
        attributes, algorithm, signature, *_ = rest_of_signer
        self._hash = _HASHES[first_of(content_of(digest, SEQUENCE), OID)]
        self._algorithm = first_of(content_of(algorithm, SEQUENCE), OID)
        self._signature = content_of(signature, OCTETS)
        self._signed = bytes([SET]) + attributes.whole[1:]  # as which it is signed
        found = list(_attributes(content_of(attributes, CONTEXT_0)))
        self._attributes = dict(found)
        if len(self._attributes) != len(found):
            raise ValueError(found)
        inside = [each for each in rest if each.tag == CONTEXT_0]
        self.certificates = [
            x509.load_der_x509_certificate(each.whole)
            for field in inside
            for each in elements(field.content)
            if each.tag == SEQUENCE
        ]

    def signer(self) -> x509.Certificate:
        """Return the certificate that the signature names.

        Raises:
            LookupError: It is not inside.
        """
        for each in self.certificates:
            if self._is_named(each):
                return each
        raise LookupError

    def _is_named(self, certificate: x509.Certificate) -> bool:
        if self._signer_id.tag == _SIGNER_BY_KEY:
            key = x509.SubjectKeyIdentifier.from_public_key(certificate.public_key())
            return key.digest == self._signer_id.content
        issuer, serial = elements(content_of(self._signer_id, SEQUENCE))
        number = int.from_bytes(content_of(serial, INTEGER), signed=True)
        return issuer.whole == certificate.issuer.public_bytes() and (
            number == certificate.serial_number
        )

    def require_signature(self, signer: x509.Certificate) -> None:
        """Raise unless the signature is of this timestamp, and names this certificate.

        Raises:
            ValueError, LookupError, TypeError, InvalidSignature, UnsupportedAlgorithm
        """
        if content_of(self._attributes[_CONTENT_TYPE], OID) != TST_INFO:
            raise ValueError(_CONTENT_TYPE)
        digest = hashlib.new(self._hash.name, self._info).digest()
        if content_of(self._attributes[_MESSAGE_DIGEST], OCTETS) != digest:
            raise ValueError(_MESSAGE_DIGEST)
        self._require_named(signer)
        key, used_hash = signer.public_key(), _HASHES_OF_SIGNATURES.get(self._algorithm, self._hash)
        if isinstance(key, rsa.RSAPublicKey):
            pss = padding.PSS(padding.MGF1(used_hash), padding.PSS.AUTO)
            used = pss if self._algorithm == _RSA_PSS else padding.PKCS1v15()
            key.verify(self._signature, self._signed, used, used_hash)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(self._signature, self._signed, ec.ECDSA(used_hash))
        else:
            raise TypeError(key)

    def _require_named(self, signer: x509.Certificate) -> None:
        """Raise unless what is signed has the hash of the signer's certificate."""
        der = signer.public_bytes(Encoding.DER)
        second = self._attributes.get(_SIGNING_CERTIFICATE_V2)
        named = second or self._attributes[_SIGNING_CERTIFICATE]
        first, *_ = elements(first_of(content_of(named, SEQUENCE), SEQUENCE))
        one, *more = elements(content_of(first, SEQUENCE))
        if second is None:
            kind, digest = "sha1", one
        elif one.tag == SEQUENCE:
            kind, digest = _HASHES[first_of(one.content, OID)].name, more[0]
        else:
            kind, digest = "sha256", one
        if content_of(digest, OCTETS) != hashlib.new(kind, der).digest():
            raise ValueError(kind)


def _require_for_timestamps(signer: x509.Certificate) -> None:
    """Raise unless the certificate is for timestamps and nothing else, and for signing.

    Raises:
        ValueError, ExtensionNotFound
    """
    usage = signer.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    if not usage.critical or list(usage.value) != [ExtendedKeyUsageOID.TIME_STAMPING]:
        raise ValueError(usage)
    with suppress(x509.ExtensionNotFound):
        key = signer.extensions.get_extension_for_class(x509.KeyUsage).value
        if not (key.digital_signature or key.content_commitment):
            raise ValueError(key)


def _require_chain(
    signer: x509.Certificate,
    others: Sequence[x509.Certificate],
    roots: Sequence[x509.Certificate],
    at: datetime,
) -> None:
    """Raise unless the certificate leads to a root, all being valid at that time.

    What `cryptography` asks of servers on the web (a name, usage for servers) is not asked here.

    Raises:
        VerificationError, ValueError
    """
    authority = ExtensionPolicy.permit_all().require_present(
        x509.BasicConstraints, Criticality.CRITICAL, _require_authority
    )
    leaf = ExtensionPolicy.permit_all().require_present(
        x509.ExtendedKeyUsage, Criticality.CRITICAL, None
    )
    policy = PolicyBuilder().store(Store(list(roots))).time(at)
    policy = policy.extension_policies(ca_policy=authority, ee_policy=leaf)
    policy.build_client_verifier().verify(signer, [each for each in others if each != signer])


def _require_authority(
    _policy: Policy, certificate: x509.Certificate, constraints: x509.BasicConstraints
) -> None:
    if not constraints.ca:
        raise ValueError(certificate)
    with suppress(x509.ExtensionNotFound):
        if not certificate.extensions.get_extension_for_class(x509.KeyUsage).value.key_cert_sign:
            raise ValueError(certificate)


def _attributes(content: bytes) -> Iterator[tuple[bytes, Element]]:
    for each in elements(content):
        kind, values = elements(content_of(each, SEQUENCE))
        (value,) = elements(content_of(values, SET))
        yield content_of(kind, OID), value
