from app.intake.readers.core.address import depth, nowhere, outermost, shown, within


def test_a_member_has_the_path_of_its_holder_and_its_own() -> None:
    address = within(within("/a.zip", "b.zip"), "c/d.jpg")
    assert (outermost(address), depth(address)) == ("/a.zip", 2)
    assert shown(address) == "/a.zip \u203a b.zip \u203a c/d.jpg"


def test_a_nul_in_a_name_does_not_make_another_address() -> None:
    assert depth(within("/a.zip", "b\0c")) == 1


def test_what_lies_in_no_file_has_no_path() -> None:
    address = nowhere("telegram", "channel/5", 7)
    assert outermost(address) == ""
    assert shown(address) == "telegram/channel/5/7"
