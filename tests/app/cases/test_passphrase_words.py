"""The words that are drawn for somebody who is frightened."""

import math
import unicodedata

import pytest
from mnemonic import Mnemonic

from app.cases.passphrase import BUNDLE_WORDS, CASE_WORDS
from app.cases.passphrase_words import left_out, passphrase_words

BIP_39 = {"en": "english", "ko": "korean"}
SEEN = {
    "en": "abuse assault blood cry ghost hurt naked murder grave photo video match",
    "ko": "장사 통증 설거지 장례 살인 속옷 비명 무덤 박사 사진 영상 몰래 학교 강제",
}
"""Words that somebody was offered, or that the lists were seen to hold."""


@pytest.mark.parametrize("language", BIP_39)
def test_nothing_that_hurts_is_drawn(language: str) -> None:
    assert set(SEEN[language].split()).isdisjoint(passphrase_words(language))


@pytest.mark.parametrize("language", BIP_39)
def test_what_is_left_out_is_in_the_list_and_stands_there_once(language: str) -> None:
    words = {unicodedata.normalize("NFC", word) for word in Mnemonic(BIP_39[language]).wordlist}
    assert left_out(language) <= words
    assert len(passphrase_words(language)) == len(words) - len(left_out(language))


@pytest.mark.parametrize(("language", "words"), [("en", 1152), ("ko", 1111)])
def test_as_many_words_remain_as_the_docs_say(language: str, words: int) -> None:
    assert len(passphrase_words(language)) == words
    assert CASE_WORDS * math.log2(words) >= 60
    assert BUNDLE_WORDS * math.log2(words) >= 70


@pytest.mark.parametrize("language", BIP_39)
def test_words_are_in_the_form_that_keyboards_give(language: str) -> None:
    assert all(unicodedata.is_normalized("NFC", word) for word in passphrase_words(language))
