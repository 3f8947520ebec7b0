"""The software bill of materials: every package, network and font that is shipped (CycloneDX)."""

import datetime as dt
import uuid
from collections.abc import Iterable

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from face.packs import catalogue
from tools.third_party import ThirdParty

_NETWORKS = (
    (catalogue.SFACE, "Apache-2.0"),
    (catalogue.DLIB, "CC0-1.0"),
    (catalogue.CENTERFACE, "MIT"),
    (catalogue.YUNET, "MIT"),
)
_NAMESPACE = uuid.UUID("5d8f4f0e-6a0b-4d5e-9a55-3b8f5c8f7a10")
"""Of serial numbers, which follow from the version, so that two builds are the same."""


def bill_of_materials(version: str, when: int, packages: Iterable[ThirdParty]) -> str:
    """Return the bill as JSON (CycloneDX 1.6).

    Args:
        when: Time of the commit, seconds since 1970.
    """
    bill = Bom(serial_number=uuid.uuid5(_NAMESPACE, f"{version} {when}"))
    bill.metadata.timestamp = dt.datetime.fromtimestamp(when, dt.UTC)
    bill.metadata.component = Component(
        type=ComponentType.APPLICATION,
        name="geoul",
        version=version,
        bom_ref="geoul",
        licenses=[LicenseExpression("GPL-3.0-or-later")],
    )
    for package in packages:
        bill.components.add(
            Component(
                name=package.name,
                version=package.version,
                bom_ref=package.name,
                purl=PackageURL("pypi", None, package.name, package.version),
                licenses=[LicenseExpression(package.licence)],
                description=package.inside or None,
            )
        )
    for network, licence in _NETWORKS:
        bill.components.add(
            Component(
                type=ComponentType.MACHINE_LEARNING_MODEL,
                name=network.file.name,
                bom_ref=network.file.name,
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=network.file.sha256)],
                licenses=[LicenseExpression(licence)],
            )
        )
    bill.register_dependency(bill.metadata.component, bill.components)
    return JsonV1Dot6(bill).output_as_string(indent=1) + "\n"
