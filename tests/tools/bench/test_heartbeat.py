from tools.bench.window.heartbeat import BEAT_MS, figures, idle_process, late


def test_a_beat_in_time_is_not_late() -> None:
    assert late(BEAT_MS / 1000) == 0


def test_the_longest_pause_and_those_over_the_goal_are_told() -> None:
    told = figures([0.0] * 98 + [60.0, 80.0])
    assert told == {"beats": 100, "max_ms": 80.0, "p99_ms": 80.0, "beats_over_goal": 2}


def test_an_idle_process_tells_how_late_the_machine_is() -> None:
    with idle_process() as idle:
        pass
    assert idle.keys() == figures([0.0]).keys()
