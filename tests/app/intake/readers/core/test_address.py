from app.intake.readers.core.address import (
    depth,
    disk_path,
    display_address,
    fileless_address,
    member_address,
)


def test_a_member_has_the_path_of_its_holder_and_its_own() -> None:
    address = member_address(member_address("/a.zip", "b.zip"), "c/d.jpg")
    assert (disk_path(address), depth(address)) == ("/a.zip", 2)
    assert display_address(address) == "/a.zip \u203a b.zip \u203a c/d.jpg"


def test_a_nul_in_a_name_does_not_make_another_address() -> None:
    assert depth(member_address("/a.zip", "b\0c")) == 1


def test_what_lies_in_no_file_has_no_path() -> None:
    address = fileless_address("telegram", "channel/5", 7)
    assert disk_path(address) == ""
    assert display_address(address) == "telegram/channel/5/7"
