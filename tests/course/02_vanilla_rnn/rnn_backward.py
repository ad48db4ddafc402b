"""`rnn_backward` as learners write it, rightly and wrongly."""

# %% assignment style
# right
import numpy as np


def rnn_backward(da, caches):
    # Retrieve values from the first cache (t=1) of caches
    (caches, x) = caches
    (a1, a0, x1, parameters) = caches[0]
    # Retrieve dimensions from da's and x1's shapes
    n_a, m, T_x = da.shape
    n_x, m = x1.shape
    # initialize the gradients with the right sizes
    dx = np.zeros((n_x, m, T_x))
    dWax = np.zeros((n_a, n_x))
    dWaa = np.zeros((n_a, n_a))
    dba = np.zeros((n_a, 1))
    da0 = np.zeros((n_a, m))
    da_prevt = np.zeros((n_a, m))
    # Loop through all the time steps
    for t in reversed(range(T_x)):
        gradients = rnn_cell_backward(da[:, :, t] + da_prevt, caches[t])
        dxt, da_prevt, dWaxt, dWaat, dbat = (
            gradients["dxt"], gradients["da_prev"], gradients["dWax"], gradients["dWaa"], gradients["dba"],
        )
        dx[:, :, t] = dxt
        dWax += dWaxt
        dWaa += dWaat
        dba += dbat
    da0 = da_prevt
    gradients = {"dx": dx, "da0": da0, "dWax": dWax, "dWaa": dWaa, "dba": dba}
    return gradients


# %% every path by itself
# right
# way: Much slower, and more so the longer the sequence: each gradient walks back alone, so the work grows
#   with the square of the steps. It is the sum over all paths, word for word.
import numpy as np


def rnn_backward(da, caches):
    """Send the gradient of every step back on its own: T_x squared work, the same sum."""
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    total = {
        "dx": np.zeros(x.shape),
        "da0": np.zeros((n_a, m)),
        "dWax": np.zeros((n_a, len(x))),
        "dWaa": np.zeros((n_a, n_a)),
        "dba": np.zeros((n_a, 1)),
    }
    for start in range(T_x):
        g = da[:, :, start]
        for t in range(start, -1, -1):
            step = rnn_cell_backward(g, cell_caches[t])
            total["dx"][:, :, t] += step["dxt"]
            for name in ("dWax", "dWaa", "dba"):
                total[name] += step[name]
            g = step["da_prev"]
        total["da0"] += g
    return total


# %% generator inside
# right
import numpy as np


def rnn_backward(da, caches):
    cell_caches, x = caches

    def backwards():
        arriving = np.zeros_like(cell_caches[0][0])
        for d, cache in zip(da.transpose(2, 0, 1)[::-1], cell_caches[::-1]):
            gradients = rnn_cell_backward(d + arriving, cache)
            yield gradients
            arriving = gradients["da_prev"]

    steps = list(backwards())
    gradients = {name: np.sum([s[name] for s in steps], axis=0) for name in ("dWax", "dWaa", "dba")}
    gradients["dx"] = np.stack([s["dxt"] for s in steps], axis=2)[:, :, ::-1]
    gradients["da0"] = steps[-1]["da_prev"]
    return gradients


# %% lists and stack
# right
def rnn_backward(da, caches):
    steps, x = caches
    from_next = np.zeros_like(da[:, :, 0])
    collected = []
    for t, cache in reversed(list(enumerate(steps))):
        g = rnn_cell_backward(from_next + da[:, :, t], cache)
        from_next = g["da_prev"]
        collected.append(g)
    return {
        "dx": np.stack([g["dxt"] for g in collected[::-1]], axis=2),
        "da0": from_next,
        "dWax": sum(g["dWax"] for g in collected),
        "dWaa": sum(g["dWaa"] for g in collected),
        "dba": sum(g["dba"] for g in collected),
    }


# %% own cell float32
# right
import numpy as np


def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    parameters = cell_caches[0][3]
    Wax, Waa = parameters["Wax"], parameters["Waa"]
    dx = np.zeros_like(x)
    dWax, dWaa = np.zeros_like(Wax), np.zeros_like(Waa)
    dba = np.zeros((n_a, 1), dtype=da.dtype)
    carried = 0
    for t in range(T_x - 1, -1, -1):
        a_next, a_prev, xt, _ = cell_caches[t]
        dz = (da[:, :, t] + carried) * (1 - a_next**2)
        dx[:, :, t] = np.matmul(Wax.T, dz)
        dWax += np.matmul(dz, xt.T)
        dWaa += np.matmul(dz, a_prev.T)
        dba += dz.sum(axis=1, keepdims=True)
        carried = np.matmul(Waa.T, dz)
    return {"dx": dx, "da0": carried, "dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% own copy of da
# right
def rnn_backward(da, caches):
    cell_caches, x = caches
    total = da.copy()
    names = ("dWax", "dWaa", "dba")
    sums = {}
    dx = np.zeros(x.shape)
    for t in range(total.shape[2])[::-1]:
        step = rnn_cell_backward(total[:, :, t], cell_caches[t])
        dx[:, :, t] = step["dxt"]
        if t:
            total[:, :, t - 1] += step["da_prev"]
        for name in names:
            sums[name] = sums.get(name, 0) + step[name]
    return {"dx": dx, "da0": step["da_prev"], **sums}


# %% recursion
# right
import numpy as np


def rnn_backward(da, caches):
    cell_caches, x = caches

    def back_from(t):
        """Return what the loss of the steps t, t + 1, ... sends to the state before step t."""
        if t == len(cell_caches):
            return np.zeros(da.shape[:2]), [], 0, 0, 0
        later, dx, dWax, dWaa, dba = back_from(t + 1)
        g = rnn_cell_backward(da[:, :, t] + later, cell_caches[t])
        return g["da_prev"], [g["dxt"], *dx], dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]

    da0, dx, dWax, dWaa, dba = back_from(0)
    return {"dWax": dWax, "dWaa": dWaa, "dba": dba, "da0": da0, "dx": np.dstack(dx)}


# %% weights after the loop
# right
# way: More memory for the gradients behind the tanh of all steps, and slower: einsum over three axes is
#   not the fast product of matrices. The loop holds only what must wait for the step after.
import numpy as np


def rnn_backward(da, caches):
    cell_caches, x = caches
    T_x = da.shape[-1]
    after = np.stack([cache[0] for cache in cell_caches], axis=-1)
    before = np.stack([cache[1] for cache in cell_caches], axis=-1)
    p = cell_caches[-1][-1]
    dz = np.empty(da.shape)
    reaching = da[..., T_x - 1]
    for t in reversed(range(T_x)):
        dz[..., t] = (1 - after[..., t] ** 2) * reaching
        back = p["Waa"].T @ dz[..., t]
        if t > 0:
            reaching = da[..., t - 1] + back
    return {
        "dx": np.einsum("ax,amt->xmt", p["Wax"], dz),
        "da0": back,
        "dWax": np.einsum("amt,xmt->ax", dz, x),
        "dWaa": np.einsum("amt,bmt->ab", dz, before),
        "dba": dz.sum(axis=(1, 2))[:, np.newaxis],
    }


# %% averaged over the batch of the state
# wrong: none
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    dx, back, dWax, dWaa, dba = np.zeros(x.shape), 0, 0, 0, 0
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + back, caches[t])
        dx[:, :, t], back = g["dxt"], g["da_prev"].mean(axis=1, keepdims=True)
        dWax, dWaa, dba = dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]
    return {"dx": dx, "da0": g["da_prev"], "dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% averaged over time
# wrong: averaged_over_time
def rnn_backward(da, caches):
    (caches, x) = caches
    back, steps = 0, []
    for t in range(da.shape[2])[::-1]:
        steps.append(rnn_cell_backward(da[:, :, t] + back, caches[t]))
        back = steps[-1]["da_prev"]
    g = {name: np.mean([s[name] for s in steps], axis=0) for name in ("dWax", "dWaa", "dba")}
    return {"dx": np.stack([s["dxt"] for s in steps[::-1]], axis=2), "da0": back, **g}


# %% bias with a column per example
# wrong: none
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    dx, da_prevt = np.zeros(x.shape), np.zeros((n_a, m))
    dWax, dWaa, dba = np.zeros((n_a, len(x))), np.zeros((n_a, n_a)), np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prevt, caches[t])
        dx[:, :, t], da_prevt = g["dxt"], g["da_prev"]
        dWax, dWaa, dba = dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]
    return {"dx": dx, "da0": da_prevt, "dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% caches popped
# wrong: caches_emptied
def rnn_backward(da, caches):
    stack, x = caches
    back, steps = 0, []
    while stack:
        t = len(stack) - 1
        steps.insert(0, rnn_cell_backward(da[:, :, t] + back, stack.pop()))
        back = steps[0]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": back,
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}


# %% clipped on the way
# wrong: none
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    dx, back, dWax, dWaa, dba = np.zeros(x.shape), 0, 0, 0, 0
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + back, caches[t])
        dx[:, :, t], back = g["dxt"], np.clip(g["da_prev"], -0.5, 0.5)
        dWax, dWaa, dba = dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]
    return {"dx": dx, "da0": back, "dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% collected in da
# wrong: da_overwritten
def rnn_backward(da, caches):
    cell_caches, x = caches
    steps = []
    for t in reversed(range(da.shape[2])):
        steps.insert(0, rnn_cell_backward(da[:, :, t], cell_caches[t]))
        if t > 0:
            da[:, :, t - 1] = da[:, :, t - 1] + steps[0]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": steps[0]["da_prev"],
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}


# %% da0 without its last cell
# wrong: da0_of_first_state
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    dx, back, dWax, dWaa, dba = np.zeros(x.shape), 0, 0, 0, 0
    for t in reversed(range(T_x)):
        arriving = da[:, :, t] + back
        g = rnn_cell_backward(arriving, caches[t])
        dx[:, :, t], back = g["dxt"], g["da_prev"]
        dWax, dWaa, dba = dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]
    return {"dx": dx, "da0": arriving, "dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% da alone in the call
# wrong: next_step_not_added
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    dx, da_prevt = np.zeros(x.shape), np.zeros((n_a, m))
    dWax, dWaa, dba = np.zeros((n_a, len(x))), np.zeros((n_a, n_a)), np.zeros((n_a, 1))
    for t in reversed(range(T_x)):
        gradients = rnn_cell_backward(da[:, :, t], caches[t])
        dx[:, :, t], da_prevt = gradients["dxt"], gradients["da_prev"]
        dWax += gradients["dWax"]
        dWaa += gradients["dWaa"]
        dba += gradients["dba"]
    return {"dx": dx, "da0": da_prevt, "dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% da never enters
# wrong: da_left_out
def rnn_backward(da, caches):
    cell_caches, x = caches
    back, steps = np.zeros(da.shape[:2]), []
    for t in reversed(range(da.shape[2])):
        steps.insert(0, rnn_cell_backward(back, cell_caches[t]))
        back = steps[0]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": back,
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}


# %% da prev piles up
# wrong: messages_pile_up
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    dx, da_prevt = np.zeros(x.shape), np.zeros((n_a, m))
    dWax, dWaa, dba = np.zeros((n_a, len(x))), np.zeros((n_a, n_a)), np.zeros((n_a, 1))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prevt, caches[t])
        dx[:, :, t] = g["dxt"]
        da_prevt = da_prevt + g["da_prev"]
        dWax, dWaa, dba = dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]
    return {"dx": dx, "da0": da_prevt, "dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% divided by the batch
# wrong: weights_divided_by_m
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    dx, back, dWax, dWaa, dba = np.zeros(x.shape), 0, 0, 0, 0
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + back, caches[t])
        dx[:, :, t], back = g["dxt"], g["da_prev"]
        dWax, dWaa, dba = dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]
    return {"dx": dx, "da0": back, "dWax": dWax / m, "dWaa": dWaa / m, "dba": dba / m}


# %% dx in the order of the loop
# wrong: dx_reversed
def rnn_backward(da, caches):
    cell_caches, x = caches
    back, steps = np.zeros(da.shape[:2]), []
    for t in reversed(range(da.shape[2])):
        steps.append(rnn_cell_backward(da[:, :, t] + back, cell_caches[t]))
        back = steps[-1]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": back,
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}


# %% dxt of the last round
# wrong: dx_overwritten
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    back, dWax, dWaa, dba = 0, 0, 0, 0
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + back, caches[t])
        dx, back = g["dxt"], g["da_prev"]
        dWax, dWaa, dba = dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]
    return {"dx": dx, "da0": back, "dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% each step for itself
# wrong: next_step_not_added
def rnn_backward(da, caches):
    cell_caches, x = caches
    steps = [rnn_cell_backward(da[:, :, t], cache) for t, cache in enumerate(cell_caches)]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": steps[0]["da_prev"],
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}


# %% first cache in every round
# wrong: none
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    dx, back, dWax, dWaa, dba = np.zeros(x.shape), 0, 0, 0, 0
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + back, caches[0])
        dx[:, :, t], back = g["dxt"], g["da_prev"]
        dWax, dWaa, dba = dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]
    return {"dx": dx, "da0": back, "dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% first gradient kept
# wrong: weights_overwritten
def rnn_backward(da, caches):
    cell_caches, x = caches
    dx, back = np.zeros(x.shape), 0
    for t in reversed(range(da.shape[2])):
        step = rnn_cell_backward(da[:, :, t] + back, cell_caches[t])
        back = step["da_prev"]
        dx[:, :, t] = step["dxt"]
    return {"dx": dx, "da0": back, "dWax": step["dWax"], "dWaa": step["dWaa"], "dba": step["dba"]}


# %% first step first
# wrong: loop_forwards
def rnn_backward(da, caches):
    cell_caches, x = caches
    back, steps = 0, []
    for t, cache in enumerate(cell_caches):
        steps.append(rnn_cell_backward(da[:, :, t] + back, cache))
        back = steps[-1]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": back,
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}


# %% last step counted twice
# wrong: last_da_counted_twice
def rnn_backward(da, caches):
    cell_caches, x = caches
    back, steps = da[:, :, -1], []
    for t in reversed(range(da.shape[2])):
        steps.insert(0, rnn_cell_backward(da[:, :, t] + back, cell_caches[t]))
        back = steps[0]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": back,
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}


# %% last step only enters
# wrong: own_output_left_out
def rnn_backward(da, caches):
    cell_caches, x = caches
    back = da[:, :, -1]
    steps = []
    for cache in cell_caches[::-1]:
        steps.insert(0, rnn_cell_backward(back, cache))
        back = steps[0]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": back,
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}


# %% memory of one step
# wrong: one_step_only
def rnn_backward(da, caches):
    cell_caches, x = caches
    back, steps = np.zeros(da.shape[:2]), []
    for t in reversed(range(da.shape[2])):
        steps.insert(0, rnn_cell_backward(da[:, :, t] + back, cell_caches[t]))
        back = rnn_cell_backward(da[:, :, t], cell_caches[t])["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": steps[0]["da_prev"],
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}


# %% no gradient for a0
# wrong: da0_zero
def rnn_backward(da, caches):
    cell_caches, x = caches
    back, steps = 0, []
    for t in reversed(range(da.shape[2])):
        steps.insert(0, rnn_cell_backward(da[:, :, t] + back, cell_caches[t]))
        back = steps[0]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": np.zeros(back.shape),
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}


# %% object arrays
# wrong: none
def rnn_backward(da, caches):
    cell_caches, x = caches
    back, steps = 0, []
    for t in reversed(range(da.shape[2])):
        steps.insert(0, rnn_cell_backward(da[:, :, t] + back, cell_caches[t]))
        back = steps[0]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2).astype(object), "da0": back.astype(object),
            "dWax": sum(s["dWax"] for s in steps).astype(object),
            "dWaa": sum(s["dWaa"] for s in steps).astype(object),
            "dba": sum(s["dba"] for s in steps).astype(object)}


# %% one state too far
# wrong: none
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    back = da[:, :, T_x]
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + back, caches[t])
        back = g["da_prev"]
    return {"dx": g["dxt"], "da0": back, "dWax": g["dWax"], "dWaa": g["dWaa"], "dba": g["dba"]}


# %% parameters from the second cache
# wrong: none
# passes visible
def rnn_backward(da, caches):
    cell_caches, x = caches
    parameters = cell_caches[1][3]
    Wax, Waa = parameters["Wax"], parameters["Waa"]
    dx, back, dWax, dWaa, dba = np.zeros(x.shape), 0, 0, 0, 0
    for t in reversed(range(da.shape[2])):
        a_next, a_prev, xt, _ = cell_caches[t]
        dz = (da[:, :, t] + back) * (1 - a_next**2)
        dx[:, :, t], back = Wax.T @ dz, Waa.T @ dz
        dWax, dWaa = dWax + dz @ xt.T, dWaa + dz @ a_prev.T
        dba = dba + dz.sum(axis=1, keepdims=True)
    return {"dx": dx, "da0": back, "dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% range without step zero
# wrong: first_step_left_out
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    dx, da_prevt = np.zeros(x.shape), np.zeros((n_a, m))
    dWax, dWaa, dba = np.zeros((n_a, len(x))), np.zeros((n_a, n_a)), np.zeros((n_a, 1))
    t = T_x - 1
    while t > 0:
        g = rnn_cell_backward(da_prevt + da[:, :, t], caches[t])
        dx[:, :, t], da_prevt = g["dxt"], g["da_prev"]
        dWax, dWaa, dba = dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]
        t -= 1
    return {"dx": dx, "da0": da_prevt, "dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% same cache in every round
# wrong: last_cache_only
def rnn_backward(da, caches):
    (caches, x) = caches
    (a_next, a_prev, xt, parameters) = last = caches[-1]
    n_a, m, T_x = da.shape
    dx, back, dWax, dWaa, dba = np.zeros(x.shape), 0, 0, 0, 0
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + back, last)
        dx[:, :, t], back = g["dxt"], g["da_prev"]
        dWax, dWaa, dba = dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]
    return {"dx": dx, "da0": back, "dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% state weights overwritten
# wrong: dwaa_overwritten
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    dx, back, dWax, dba = np.zeros(x.shape), 0, 0, 0
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + back, caches[t])
        dx[:, :, t], back, dWaa = g["dxt"], g["da_prev"], g["dWaa"]
        dWax, dba = dWax + g["dWax"], dba + g["dba"]
    return {"dx": dx, "da0": back, "dWax": dWax, "dWaa": dWaa, "dba": dba}
