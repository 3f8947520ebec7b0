from app.intake.readers.chats.export import ChatExport
from app.intake.readers.registry import CHATS, CONTAINERS, READERS
from tools.fuzz.seeds import seeds


def test_there_is_a_seed_for_every_reader() -> None:
    kinds = (*CHATS, *CONTAINERS, *(each for each in READERS if not isinstance(each, ChatExport)))
    names = {name.partition(",")[0] for name in seeds()}
    assert {type(each).__name__ for each in kinds} == names
