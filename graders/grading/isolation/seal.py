"""The system calls that a submission's process does not have.

A list of what is refused, not of what is allowed: TensorFlow, NumPy and CPython use some two
hundred calls, which change from release to release, while the ways out of a process are few.
What is refused: making a socket or a process, touching another process, keeping anything that
outlives the process, and changing what Landlock leaves open (modes, times, attributes).
"""

from __future__ import annotations

import errno
import os
import socket

import pyseccomp
from pyseccomp import ERRNO, MASKED_EQ, NE, Arg

_NETWORK = (
    "socket",
    "connect",
    "sendmsg",
    "sendmmsg",
    "io_uring_setup",
    "io_uring_enter",
    "io_uring_register",
)
_PROCESSES = ("fork", "vfork", "execve", "execveat")
_OTHERS = (
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "process_madvise",
    "process_mrelease",
    "pidfd_open",
    "pidfd_getfd",
    "pidfd_send_signal",
    "kcmp",
    "tkill",
    "migrate_pages",
    "move_pages",
)
_OUTLIVING = (
    "shmget",
    "shmat",
    "shmctl",
    "semget",
    "semop",
    "semtimedop",
    "semctl",
    "msgget",
    "msgsnd",
    "msgrcv",
    "msgctl",
    "mq_open",
    "mq_unlink",
    "add_key",
    "request_key",
    "keyctl",
    "memfd_create",
    "memfd_secret",
)
_SYSTEM = (
    "mount",
    "umount2",
    "open_tree",
    "move_mount",
    "fsopen",
    "fsconfig",
    "fsmount",
    "fspick",
    "mount_setattr",
    "pivot_root",
    "chroot",
    "unshare",
    "setns",
    "bpf",
    "perf_event_open",
    "userfaultfd",
    "fanotify_init",
    "inotify_init",
    "inotify_init1",
    "name_to_handle_at",
    "open_by_handle_at",
    "personality",
    "syslog",
    "quotactl",
    "acct",
    "reboot",
    "swapon",
    "swapoff",
    "kexec_load",
    "kexec_file_load",
    "init_module",
    "finit_module",
    "delete_module",
    "sethostname",
    "setdomainname",
    "settimeofday",
    "clock_settime",
    "adjtimex",
    "clock_adjtime",
)
_FILES = (  # what Landlock leaves open, in all its versions or in the first two
    "truncate",
    "chown",
    "fchown",
    "lchown",
    "fchownat",
    "setxattr",
    "lsetxattr",
    "fsetxattr",
    "setxattrat",
    "removexattr",
    "lremovexattr",
    "fremovexattr",
    "removexattrat",
    "file_setattr",
)
_QUIETLY = (
    "chmod",
    "fchmod",
    "fchmodat",
    "fchmodat2",
    "utime",
    "utimes",
    "utimensat",
    "futimesat",
    "sched_setaffinity",
    "sched_setscheduler",
    "sched_setparam",
    "sched_setattr",
    "setpriority",
    "ioprio_set",
    "flock",
)
"""They do nothing and say that they did it: copying files calls the first ones for no reason that
matters here, and libzmq ends the process where it may not set the schedule of its own threads. A
lock keeps nobody out of a folder in which a process is alone; on files that all read it would be a
sign from one submission to another."""

_ABSENT = ("clone3", "openat2")
"""Their arguments lie in memory, where no filter sees them. Callers then use the older call."""

_CLONE_THREAD = 0x00010000
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4
_F_SETLK, _F_SETLKW, _F_OFD_SETLK, _F_OFD_SETLKW = 6, 7, 37, 38
_F_GETLK, _F_OFD_GETLK, _F_SETLEASE, _F_GETLEASE, _F_NOTIFY = 5, 36, 1024, 1025, 1026
_INT = 0xFFFFFFFF
_SOCKET_TYPE = 0xF


def seal() -> None:
    """Remove these system calls from all threads of the process, for ever.

    Raises:
        OSError: the system does not take the filter.
    """
    filters = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    filters.set_attr(pyseccomp.Attr.CTL_TSYNC, 1)
    filters.set_attr(pyseccomp.Attr.ACT_BADARCH, pyseccomp.KILL_PROCESS)
    refused = ERRNO(errno.EPERM)
    for name in _NETWORK + _PROCESSES + _OTHERS + _OUTLIVING + _SYSTEM + _FILES:
        _rule(filters, refused, name)
    for name in _QUIETLY:
        _rule(filters, ERRNO(0), name)
    for name in _ABSENT:
        _rule(filters, ERRNO(errno.ENOSYS), name)
    _rule(filters, refused, "clone", Arg(0, MASKED_EQ, _CLONE_THREAD, 0))
    for name in ("kill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo"):
        _rule(filters, refused, name, Arg(0, NE, os.getpid()))
    _rule(filters, refused, "prlimit64", Arg(0, NE, 0))
    for option in (_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE):  # to outlive us, to hide from us
        _rule(filters, refused, "prctl", Arg(0, MASKED_EQ, _INT, option))
    for command in (_F_SETLK, _F_SETLKW, _F_OFD_SETLK, _F_OFD_SETLKW):
        _rule(filters, ERRNO(0), "fcntl", Arg(1, MASKED_EQ, _INT, command))
    for command in (_F_GETLK, _F_OFD_GETLK, _F_SETLEASE, _F_GETLEASE, _F_NOTIFY):
        _rule(filters, refused, "fcntl", Arg(1, MASKED_EQ, _INT, command))
    for kind in (socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_RDM, socket.SOCK_SEQPACKET):
        _rule(filters, refused, "socketpair", Arg(1, MASKED_EQ, _SOCKET_TYPE, kind))
    _rule(filters, refused, "sendto", Arg(4, NE, 0))  # to an address
    _rule(filters, ERRNO(errno.EOPNOTSUPP), "fallocate")  # writing can be counted, this cannot
    emptied = (MASKED_EQ, os.O_TRUNC | os.O_ACCMODE, os.O_TRUNC | os.O_RDONLY)
    _rule(filters, refused, "open", Arg(1, *emptied))
    _rule(filters, refused, "openat", Arg(2, *emptied))
    filters.load()


def _rule(filters: pyseccomp.SyscallFilter, action: int, name: str, *arguments: Arg) -> None:
    """Add a rule, unless neither this library nor this processor knows the call."""
    try:
        number = pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name)
    except OSError:
        number = -1
    if number < 0:
        number = _NEWER.get(name, -1)
    if number >= 0:
        filters.add_rule(action, number, *arguments)


_NEWER = {
    "process_madvise": 440,
    "mount_setattr": 442,
    "memfd_secret": 447,
    "process_mrelease": 448,
    "fchmodat2": 452,
    "setxattrat": 463,
    "removexattrat": 466,
    "file_setattr": 469,
}
"""Calls that are younger than common versions of libseccomp; one number on all processors."""
