"""The page "me", in Korean."""

ME = {
    "step.me": "내 얼굴",
    "me.title": "내 얼굴",
    "me.what": (
        "나를 찾으려면 먼저 내 얼굴을 알려 주어야 합니다. 사진은 이 컴퓨터 안에서만 살펴봅니다. "
        "얼굴은 메모리에만 두고 어디에도 저장하지 않으며, 사건 파일을 닫거나 잠글 때, 그리고 "
        "프로그램을 나갈 때 지웁니다."
    ),
    "me.choose": "사진 고르기(&C)",
    "me.choose_prompt": "내 얼굴이 나온 사진을 골라 주세요",
    "me.camera": "카메라 쓰기(&M)",
    "me.drop": "사진을 이 화면에 끌어다 놓아도 됩니다.",
    "me.left_out": (
        "처음 {count}장만 살펴보고 나머지 {left}장은 쓰지 않았습니다. 잘 나온 사진 {most}장이면 "
        "충분합니다."
    ),
    "me.looking": "잠시만 기다려 주세요. 사진을 살펴보고 있습니다. 남은 사진: {count}장",
    "me.loading": "첫 사진은 몇 초 더 걸립니다.",
    "me.picture": "사진에 나온 내 얼굴: {name}",
    "me.remove": "빼기",
    "me.remove_name": "사진 빼기: {name}",
    "me.no_face_is_mine": "이 가운데 나는 없습니다",
    "me.no_face_is_mine_name": "이 가운데 나는 없습니다. 사진 빼기: {name}",
    "me.another_face": "다른 얼굴 고르기",
    "me.another_face_name": "사진에서 다른 얼굴 고르기: {name}",
    "me.forget": "내 얼굴 지금 지우기(&F)",
    "me.forgotten": (
        "지웠습니다. 이제 얼굴에 관한 것은 아무것도 남아 있지 않습니다. 사진 파일은 원래 있던 "
        "곳에 그대로 있습니다."
    ),
    "me.looked_again": (
        "비교 모델이 바뀌어 내 사진을 한 번 더 살펴보았습니다. 전에 카메라로 찍은 사진은 지웠으니 "
        "다시 찍어 주세요."
    ),
    "me.next": "확인하러 가기(&G)",
    "me.camera_start": "카메라 켜기(&S)",
    "me.camera_again": "다시 해 보기(&N)",
    "me.camera_skipping": "알겠습니다. 카메라를 한 번만 바라봐 주세요.",
    "me.camera_stop": "카메라 끄기(&T)",
    "me.camera_view": "카메라 화면 (거울처럼 좌우가 바뀌어 보입니다)",
    "me.camera_step": "{total}단계 중 {number}단계",
    "me.camera_friction": (
        "이것이 무엇을 증명하지는 않습니다. 다른 사람이 함부로 쓰기 어렵게 할 뿐입니다."
    ),
    "me.camera_asked": "이 프로그램이 카메라를 써도 되는지 시스템이 물어볼 수 있습니다.",
    "me.camera_keeping": "고맙습니다. 가장 잘 나온 사진을 살펴보고 있습니다.",
    "me.photos_instead": "대신 사진 쓰기(&P)",
}
