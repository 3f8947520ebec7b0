"""Saying by hand where items are from, in Korean."""

PROVENANCE = {
    "help.note": "파일이 어디에서 나온 것인지 직접 적기",
    "help.argument.items": "파일 번호. 예: 3 또는 3,5,8-12",
    "help.argument.fields": (
        "적어 둘 내용. 예: platform=Telegram room_link=https://... "
        "(platform= 처럼 뒤를 비우면 지웁니다). 쓸 수 있는 이름은 geoul show --json에 나옵니다"
    ),
    "help.option.photo": "파일을 만드는 데 쓰인 내 사진. 해시값만 남깁니다",
    "help.option.link": "파일 없이 링크만 있는 것을 넣기",
    "help.option.title": "게시물 제목",
    "help.option.account": "올린 사람의 계정",
    "help.option.room": "대화방이나 채널 이름",
    "help.option.room-link": "대화방이나 채널 링크",
    "help.option.time": "올라온 시각. 예: 2024-08-27 21:05",
    "help.option.how": "알게 된 경위",
    "help.option.meta": "여러 파일의 출처를 적은 표(CSV). docs/intake.md에 설명이 있습니다",
    "note.changed": "파일 {of}개 가운데 {count}개에 새로 적었습니다.",
    "add.link_new": "링크를 목록에 넣었습니다.",
    "add.link_known": "이미 들어 있는 링크입니다.",
    "add.described": "표에서 읽음: 파일 {count}개에 적었고, 링크 {links}개를 새로 넣었습니다.",
    # a table
    "table.line": "{line}번째 줄: {what}",
    "table.more": "… 이 밖에 {count}개",
    "table.columns": "쓸 수 있는 열: {names}",
    "table.column-unknown": "이런 이름의 열은 없습니다: {column}",
    "table.column-twice": "같은 열이 두 번 있습니다: {column}",
    "table.too-many-cells": "이름이 없는 열에 내용이 있습니다",
    "table.value-unfit": "{column} 열에 쓸 수 없는 내용입니다: {text}",
    "table.no-item-named": (
        "어느 파일인지 적혀 있지 않습니다(item_no, sha256, path, original_filename 가운데 하나, "
        "링크만 있으면 url)"
    ),
    "table.item-missing": "사건에 그런 파일이 없습니다({column}: {text})",
    "table.several-items": (
        "같은 이름의 파일이 여러 개입니다. 번호도 함께 적어 주세요({column}: {text})"
    ),
    "table.said-otherwise": "앞줄과 다른 내용이 {column} 열에 적혀 있습니다: {text}",
}

PROVENANCE_ERRORS = {
    "UnknownFieldError": (
        "이런 이름으로는 적을 수 없습니다: {field}. 쓸 수 있는 이름: platform, url, post_title, "
        "room_title, room_type, room_id, room_link, sender_display, sender_username, sender_id, "
        "message_id, message_time_unix, forwarded_from, how_obtained, search_keywords, note, "
        "parent_sha256. platform=Telegram처럼 적어 주세요"
    ),
    "ValueUnfitError": (
        "쓸 수 없는 내용입니다({field}): {text}. 시각은 2024-08-27 21:05처럼, 사진은 SHA-256 "
        "해시값으로 적어 주세요. 바뀐 것은 없습니다."
    ),
    "MadeOtherwiseError": (
        "파일 {item}번은 화면 캡처여서, 만드는 데 쓰인 사진을 적을 수 없습니다. 바뀐 것은 없습니다."
    ),
    "TableUnreadableError": (
        "읽을 수 있는 표가 아닙니다: {path}. CSV(UTF-8)로 저장한 뒤 다시 해 보세요."
    ),
    "ProvenanceTableError": (
        "표에서 {count}줄을 고쳐야 해서 쓰지 않았습니다: {path}. 바뀐 것은 없습니다. 고친 뒤 다시 "
        "해 보세요."
    ),
    "LinkWithFilesError": (
        "--link는 파일이 없을 때 씁니다. 파일이 어디에서 나온 것인지는 --url로 적어 주세요."
    ),
}
