"""A conversation with a kernel always comes to an end, whatever the code in it does."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator

import pytest

from graders.grading.running.kernel import Kernel, KernelChoice, KernelTroubleError
from graders.grading.running.listening import LEFT_OUT, TEXT_BYTES

pytestmark = pytest.mark.slow


@pytest.fixture
def kernel() -> Iterator[Kernel]:
    with Kernel(KernelChoice()) as running:
        yield running


def printed(kernel: Kernel, source: str, seconds: float = 10) -> str:
    reply = kernel.run(source, seconds)
    assert reply.status == "ok", reply
    return "".join(output.get("text", "") for output in reply.outputs)


def test_what_ends_is_what_it_displays(kernel: Kernel) -> None:
    reply = kernel.run("import sys\nprint('a')\nprint('b', file=sys.stderr)\n6 * 7", 10)
    assert reply.status == "ok"
    assert [o.output_type for o in reply.outputs] == ["stream", "stream", "execute_result"]
    assert reply.outputs[2].data == {"text/plain": "42"}


def test_an_error_is_an_output(kernel: Kernel) -> None:
    reply = kernel.run("1 / 0", 10)
    assert reply.status == "error"
    assert reply.outputs[0].ename == "ZeroDivisionError"


def test_an_endless_loop_is_stopped_and_the_kernel_lives_on(kernel: Kernel) -> None:
    kernel.run("x = 5", 10)
    assert kernel.run("while True: pass", 0.5).status == "interrupted"
    assert printed(kernel, "print(x)") == "5\n"


def test_code_that_cannot_be_stopped_costs_the_kernel(kernel: Kernel) -> None:
    stubborn = "import signal, time\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    assert kernel.run(stubborn + "while True: time.sleep(0.01)", 0.5).status == "died"


def test_a_process_that_ends_is_noticed_at_once(kernel: Kernel) -> None:
    assert kernel.run("import os; os._exit(0)", 60).status == "died"
    assert not kernel.alive


@pytest.mark.parametrize("source", ["quit()", "exit", "get_ipython().ask_exit()"])
def test_a_cell_that_lets_its_kernel_exit_is_the_one_that_ends_it(
    kernel: Kernel, source: str
) -> None:
    assert kernel.run(source, 10).status == "died"


def test_a_cell_that_exits_and_keeps_its_kernel_does_not_end_it(kernel: Kernel) -> None:
    assert kernel.run("quit(True)", 10).status == "ok"
    assert printed(kernel, "print('still there')") == "still there\n"


def test_a_flood_of_output_is_cut_off(kernel: Kernel) -> None:
    reply = kernel.run("while True: print('x' * 1000)", 1.0)
    assert reply.status == "interrupted"
    text = "".join(output.get("text", "") for output in reply.outputs)
    assert len(text) < TEXT_BYTES + 1_000
    assert LEFT_OUT in text
    assert printed(kernel, "print('still there')") == "still there\n"


def test_a_figure_has_room(kernel: Kernel) -> None:
    reply = kernel.run(
        "from IPython.display import display\n"
        "display({'image/png': 'A' * 1_000_000}, raw=True)\n"
        "for _ in range(9): display({'image/png': 'A' * 1_000_000}, raw=True)",
        10,
    )
    assert len(reply.outputs) == 4
    assert reply.outputs[-1].text == LEFT_OUT


def test_malformed_messages_are_left_out(kernel: Kernel) -> None:
    forged = (
        "k = get_ipython().kernel\n"
        "send = lambda kind, content: k.session.send(\n"
        "    k.iopub_socket, kind, content, parent=k.get_parent())\n"
        "send('stream', {}); send('display_data', {'data': 3}); send('status', {})\n"
        "send('error', {'ename': 3})\n"
        "print('after')"
    )
    assert printed(kernel, forged) == "after\n"


def test_it_runs_in_an_empty_folder_of_its_own(kernel: Kernel) -> None:
    place = printed(kernel, "import os; print(os.getcwd(), os.listdir())")
    assert place.endswith(" []\n")
    assert not place.startswith(os.getcwd())


def test_a_file_in_its_folder_does_not_replace_a_library(kernel: Kernel) -> None:
    kernel.run("open('numpy.py', 'w').write('fake = True')", 10)
    assert printed(kernel, "import numpy; print(hasattr(numpy, 'fake'))") == "False\n"


def test_its_profile_is_not_the_graders(kernel: Kernel) -> None:
    home = printed(kernel, "import IPython.paths as p; print(p.get_ipython_dir())")
    assert "graders-" in home


def test_an_answer_comes_apart_from_all_that_is_displayed(kernel: Kernel) -> None:
    kernel.run("def double(x):\n    print('noise')\n    return 2 * x", 10)
    inside = "__import__('graders.grading.running.inside', fromlist=['x'])"
    assert kernel.ask(f"{inside}.capture('double')", 30).answer == "captured"
    reply = kernel.ask(f"{inside}.observe({{'double': '[]'}}, 1.0)", 30)
    assert (reply.status, reply.answer, reply.outputs) == ("ok", '{"double": "[]"}', [])


def test_the_question_does_not_stand_in_the_history(kernel: Kernel) -> None:
    kernel.ask("__import__('graders.grading.running.inside', fromlist=['x']).Answer('secret')", 30)
    assert "secret" not in printed(kernel, "print(In, Out)")


def test_a_kernel_holds_nothing_of_nbgrader_and_no_contract(kernel: Kernel) -> None:
    kernel.ask("__import__('graders.grading.running.inside', fromlist=['x']).capture('f')", 30)
    kept_out = ("nbgrader", "graders.lessons", "graders.authoring", "sqlalchemy", "distributed")
    loaded = f"import sys; print([m for m in {kept_out} if m in sys.modules])"
    assert printed(kernel, loaded) == "[]\n"


def test_it_can_be_used_where_a_loop_runs_already() -> None:
    async def inside_a_server() -> str:
        with Kernel(KernelChoice()) as kernel:
            return printed(kernel, "print('yes')")

    assert asyncio.run(inside_a_server()) == "yes\n"


def test_an_unknown_kernel_is_the_machines_trouble() -> None:
    with pytest.raises(KernelTroubleError) as caught, Kernel(KernelChoice("no-such-kernel")):
        pass
    assert "The kernel 'no-such-kernel' did not start" in str(caught.value)
    assert "jupyter kernelspec list" in str(caught.value)


def test_the_provisioner_is_the_one_that_was_chosen() -> None:
    with pytest.raises(KernelTroubleError), Kernel(KernelChoice(provisioner="no-such-one")):
        pass
    with Kernel(KernelChoice(provisioner="local-provisioner")) as kernel:
        assert printed(kernel, "print(1)") == "1\n"
    with Kernel(KernelChoice()) as kernel:  # the choice before is forgotten
        assert printed(kernel, "print(2)") == "2\n"
