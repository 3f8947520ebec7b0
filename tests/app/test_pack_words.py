from app.messages import Words
from app.pack_words import BETTER, licence, measured_on
from face.packs.catalogue import Licence
from face.packs.registry import known_packs

PACKS = {pack.name: pack for pack in known_packs()}


def test_that_only_research_is_allowed_is_said_in_full() -> None:
    assert "no other use" in licence(Licence.RESEARCH_ONLY, Words("en"))
    assert licence(Licence.APACHE, Words("ko")) == "Apache-2.0"


def test_what_a_pack_was_measured_on_is_said_only_when_it_was() -> None:
    assert "UTKFace" in measured_on(PACKS["open"], Words("ko"))
    assert measured_on(PACKS["sface"], Words("ko")) == ""


def test_the_better_packs_are_known_ones() -> None:
    assert set(BETTER) <= PACKS.keys()
