"""`rtrl` as learners write it, rightly and wrongly."""


# %% three tensors
# right
# way: Each parameter has a tensor of its own, so the formulas of the sheet can be read off. Three times
#   the same line, and a mistake in one of them is easily overlooked.
def rtrl(x, a0, parameters, da):
    Wax, Waa, ba = parameters["Wax"], parameters["Waa"], parameters["ba"]
    n_a, m = a0.shape
    n_x = x.shape[0]
    Sx, Sa, Sb = np.zeros((n_a, n_a, n_x, m)), np.zeros((n_a, n_a, n_a, m)), np.zeros((n_a, n_a, m))
    dWax, dWaa, dba = np.zeros((n_a, n_x)), np.zeros((n_a, n_a)), np.zeros((n_a, 1))
    eye = np.eye(n_a)
    a = a0
    for t in range(x.shape[2]):
        xt = x[:, :, t]
        a_next = np.tanh(Wax @ xt + Waa @ a + ba)
        slope = 1 - a_next**2
        Sx = slope[:, None, None] * (
            np.tensordot(Waa, Sx, 1) + eye[:, :, None, None] * xt[None, None]
        )
        Sa = slope[:, None, None] * (
            np.tensordot(Waa, Sa, 1) + eye[:, :, None, None] * a[None, None]
        )
        Sb = slope[:, None] * (np.tensordot(Waa, Sb, 1) + eye[:, :, None])
        dWax += np.einsum("im,ipqm->pq", da[:, :, t], Sx)
        dWaa += np.einsum("im,ipqm->pq", da[:, :, t], Sa)
        dba[:, 0] += np.einsum("im,ipm->p", da[:, :, t], Sb)
        a = a_next
    return {"dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% example by example
# right
def rtrl(x, a0, parameters, da):
    n_x, m, T_x = x.shape
    n_a = len(a0)
    Waa = parameters["Waa"]
    total = np.zeros((n_a, n_x + n_a + 1))
    for i in range(m):
        a = a0[:, i : i + 1]
        S = np.zeros((n_a, n_a, n_x + n_a + 1))
        for t in range(T_x):
            u = np.vstack([x[:, i : i + 1, t], a, [[1.0]]])[:, 0]
            a = rnn_cell_forward(x[:, i : i + 1, t], a, parameters)[0]
            new = np.zeros_like(S)
            for unit in range(n_a):
                new[unit] = np.tensordot(Waa[unit], S, axes=1)
                new[unit, unit] += u
                new[unit] *= 1 - a[unit, 0] ** 2
            S = new
            total += np.tensordot(da[:, i, t], S, axes=1)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:-1], "dba": total[:, -1:]}


# %% parameters in one row
# right
# way: All parameters in one axis make the derivative one matrix for each example, and a step one batched
#   product. More memory: what is used now is a matrix of its own, nearly all zeros.
def rtrl(x, a0, parameters, da):
    n_x, m, T_x = x.shape
    n_a = len(a0)
    S = np.zeros((m, n_a, n_a * (n_x + n_a + 1)))
    gradient = np.zeros(S.shape[2])
    a = a0
    for t in range(T_x):
        u = np.concatenate([x[:, :, t], a, np.ones((1, m))]).T  # (m, width)
        now = np.stack([np.kron(np.eye(n_a), row) for row in u])
        a = rnn_cell_forward(x[:, :, t], a, parameters)[0]
        S = (1 - a.T**2)[:, :, None] * (parameters["Waa"] @ S + now)
        gradient += np.einsum("im,mip->p", da[:, :, t], S)
    gradient = gradient.reshape(n_a, -1)
    return {
        "dWax": gradient[:, :n_x],
        "dWaa": gradient[:, n_x : n_x + n_a],
        "dba": gradient[:, n_x + n_a :],
    }


# %% nothing carried
# wrong: used_before_missing
def rtrl(x, a0, parameters, da):
    n_x, m, T_x = x.shape
    total, a = 0, a0
    for t in range(T_x):
        u = np.concatenate([x[:, :, t], a, np.ones((1, m))])
        a = rnn_cell_forward(x[:, :, t], a, parameters)[0]
        total = total + ((1 - a**2) * da[:, :, t]) @ u.T
    n_a = len(a0)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x : n_x + n_a], "dba": total[:, -1:]}


# %% no slope
# wrong: slope_missing
def rtrl(x, a0, parameters, da):
    n_x, m, T_x = x.shape
    n_a, a = len(a0), a0
    S, total = np.zeros((n_a, n_a, n_x + n_a + 1, m)), 0
    for t in range(T_x):
        u = np.concatenate([x[:, :, t], a, np.ones((1, m))])
        a = rnn_cell_forward(x[:, :, t], a, parameters)[0]
        S = np.tensordot(parameters["Waa"], S, 1) + np.eye(n_a)[:, :, None, None] * u
        total = total + np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x : n_x + n_a], "dba": total[:, -1:]}


# %% the last share alone
# wrong: last_step_only
def rtrl(x, a0, parameters, da):
    n_x, m, T_x = x.shape
    n_a, a = len(a0), a0
    S = np.zeros((n_a, n_a, n_x + n_a + 1, m))
    for t in range(T_x):
        u = np.concatenate([x[:, :, t], a, np.ones((1, m))])
        a = rnn_cell_forward(x[:, :, t], a, parameters)[0]
        S = np.tensordot(parameters["Waa"], S, 1) + np.eye(n_a)[:, :, None, None] * u
        S = S * (1 - a**2)[:, None, None]
    total = np.einsum("im,ipqm->pq", da[:, :, -1], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x : n_x + n_a], "dba": total[:, -1:]}


# %% a mean
# wrong: averaged_over_examples
def rtrl(x, a0, parameters, da):
    n_x, m, T_x = x.shape
    n_a, a = len(a0), a0
    S, total = np.zeros((n_a, n_a, n_x + n_a + 1, m)), 0
    for t in range(T_x):
        u = np.concatenate([x[:, :, t], a, np.ones((1, m))])
        a = rnn_cell_forward(x[:, :, t], a, parameters)[0]
        S = np.tensordot(parameters["Waa"], S, 1) + np.eye(n_a)[:, :, None, None] * u
        S = S * (1 - a**2)[:, None, None]
        total = total + np.einsum("im,ipqm->pq", da[:, :, t], S) / m
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x : n_x + n_a], "dba": total[:, -1:]}


# %% Waa on the wrong side
# wrong: waa_transposed
def rtrl(x, a0, parameters, da):
    n_x, m, T_x = x.shape
    n_a, a = len(a0), a0
    S, total = np.zeros((n_a, n_a, n_x + n_a + 1, m)), 0
    for t in range(T_x):
        u = np.concatenate([x[:, :, t], a, np.ones((1, m))])
        a = rnn_cell_forward(x[:, :, t], a, parameters)[0]
        S = np.tensordot(parameters["Waa"].T, S, 1) + np.eye(n_a)[:, :, None, None] * u
        S = S * (1 - a**2)[:, None, None]
        total = total + np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x : n_x + n_a], "dba": total[:, -1:]}


# %% every row of every unit
# wrong: every_row_feeds_every_unit
def rtrl(x, a0, parameters, da):
    n_x, m, T_x = x.shape
    n_a, a = len(a0), a0
    S, total = np.zeros((n_a, n_a, n_x + n_a + 1, m)), 0
    for t in range(T_x):
        u = np.concatenate([x[:, :, t], a, np.ones((1, m))])
        a = rnn_cell_forward(x[:, :, t], a, parameters)[0]
        S = (np.tensordot(parameters["Waa"], S, 1) + u) * (1 - a**2)[:, None, None]
        total = total + np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x : n_x + n_a], "dba": total[:, -1:]}
