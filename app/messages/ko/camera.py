"""What the camera asks and says, in Korean. It waits, and never blames."""

CAMERA = {
    "camera.about": (
        "카메라 화면은 이 컴퓨터 안에서만 살펴봅니다. 녹화하지 않고 아무것도 저장하지 않습니다. "
        "사진 몇 장만 내 얼굴을 지울 때까지 메모리에 남습니다."
    ),
    "camera.why": (
        "다른 사람의 사진을 카메라에 비추어 확인하는 일을 줄이려고, 고개를 돌리고 가까이 와 달라고 "
        "부탁드립니다. 30초쯤 걸립니다."
    ),
    "camera.skip": "동작 없이 진행",
    "camera.skip_means": (
        "이 동작은 하지 않아도 됩니다. 그러면 정면 사진만 찍고, 동작을 건너뛰었다는 것이 사건의 "
        "관리 기록에 남습니다. 결과는 같습니다."
    ),
    "camera.photo": "카메라",
    "camera.starting": "카메라를 켜고 있습니다.",
    "camera.step.look-straight": "카메라를 똑바로 봐 주세요.",
    "camera.step.turn-left": "고개를 천천히 왼쪽으로 돌려 주세요.",
    "camera.step.turn-right": "고개를 천천히 오른쪽으로 돌려 주세요.",
    "camera.step.come-closer": "조금 더 가까이 와 주세요.",
    "camera.step.done": "다 되었습니다. 고맙습니다.",
    "camera.hint.no-face": "지금은 얼굴이 보이지 않습니다. 천천히 하세요.",
    "camera.hint.several-faces": (
        "얼굴이 여럿 보입니다. 한 번에 한 사람만 확인합니다. 화면에 혼자 나오면 이어서 진행합니다."
    ),
    "camera.hint.too-far": "조금만 더 가까이 와 주세요.",
    "camera.hint.too-dark": "어둡습니다. 앞쪽에 불을 켜거나 창문을 보고 앉으면 좋습니다.",
    "camera.hint.hold-still": "잠시 그대로 있어 주세요.",
    "camera.hint.other-way": "반대쪽으로 돌려 주세요.",
    "camera.hint.good": "좋습니다. 잠시 그대로 있어 주세요.",
    "camera.hint.take-your-time": (
        "천천히 하세요. 잘 되지 않거나 힘들면 동작 없이 진행하거나 사진을 쓰세요."
    ),
    "camera.passed": "다 되었습니다. 아래 사진은 메모리에만 남아 있습니다.",
    "camera.skipped": "정면 사진만 찍었습니다. 메모리에만 남아 있습니다.",
}

CAMERA_ERRORS = {
    "CameraError": "카메라를 쓸 수 없습니다. 대신 사진을 써도 됩니다.",
    "CameraMissingError": (
        "카메라를 찾지 못했거나, 시스템에서 이 프로그램의 카메라 사용을 허용하지 않았습니다. "
        "카메라를 연결하거나 시스템 설정에서 허용해 주세요. 대신 사진을 써도 됩니다."
    ),
    "CameraBusyError": (
        "카메라는 있지만 화면이 나오지 않습니다. 다른 프로그램이 쓰고 있거나 시스템에서 허용하지 "
        "않았을 수 있습니다. 그 프로그램을 닫고 다시 해 보거나, 대신 사진을 쓰세요."
    ),
    "CameraBlackError": (
        "카메라 화면이 까맣습니다. 카메라 덮개가 닫혀 있거나 스위치가 꺼져 있거나 너무 어두울 수 "
        "있습니다. 확인하고 다시 해 보거나, 대신 사진을 쓰세요."
    ),
    "CameraLostError": (
        "카메라 화면이 끊겼습니다. 연결이 빠졌을 수 있습니다. 사라진 것은 없습니다. 다시 해 "
        "보거나, 대신 사진을 쓰세요."
    ),
}
