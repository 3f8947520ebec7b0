"""What the camera asks and says, in English. It waits, and never blames."""

CAMERA = {
    "camera.about": (
        "Geoul looks at the camera's picture only on this computer. Nothing is recorded and "
        "nothing is written; a few still pictures stay in memory until you forget your face."
    ),
    "camera.why": (
        "You will be asked to turn your head and come closer, so that nobody checks somebody "
        "else's photo by holding it up to the camera. This takes half a minute."
    ),
    "camera.skip": "Go on without this",
    "camera.skip_means": (
        "You need not do these movements. Then only a picture from the front is taken, and the "
        "custody log of the case notes that the movements were left out. The answer is the same."
    ),
    "camera.photo": "camera",
    "camera.starting": "The camera is starting.",
    "camera.step.look-straight": "Look straight into the camera.",
    "camera.step.turn-left": "Slowly turn your head to your left.",
    "camera.step.turn-right": "Slowly turn your head to your right.",
    "camera.step.come-closer": "Come a little closer.",
    "camera.step.done": "Thank you, that is all.",
    "camera.hint.no-face": "No face can be seen at the moment. Take your time.",
    "camera.hint.several-faces": (
        "More than one face can be seen. Each check is for one person: when you are alone in the "
        "picture, it goes on."
    ),
    "camera.hint.too-far": "A little closer, please.",
    "camera.hint.too-dark": "It is dark. A lamp in front of you, or a window, helps.",
    "camera.hint.hold-still": "Stay still for a moment, please.",
    "camera.hint.other-way": "To the other side, please.",
    "camera.hint.good": "Good. Stay like this for a moment.",
    "camera.hint.take-your-time": (
        "Take your time. If it does not work or is too much, go on without it, or use photos."
    ),
    "camera.passed": "Done. The pictures below were kept, in memory only.",
    "camera.skipped": "A picture from the front was kept, in memory only.",
}

CAMERA_ERRORS = {
    "CameraError": "The camera cannot be used. Use photos instead; they serve as well.",
    "CameraMissingError": (
        "No camera was found, or the system does not let this program use it. Plug one in or allow "
        "it in the system's settings, or use photos instead; they serve as well."
    ),
    "CameraBusyError": (
        "There is a camera, but it gives no picture. Another program may be using it, or the "
        "system does not allow it. Close the other program and try again, or use photos instead."
    ),
    "CameraBlackError": (
        "The camera's picture is black. Its cover or switch may be closed, or it is very dark. "
        "Check that and try again, or use photos instead."
    ),
    "CameraLostError": (
        "The camera stopped giving pictures; it may have come loose. Nothing was lost. Try again, "
        "or use photos instead."
    ),
}
