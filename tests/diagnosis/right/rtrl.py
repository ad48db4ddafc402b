# %% right, einsum with a stacked u
def rtrl(x, a0, parameters, da):
    Wax, Waa, ba = parameters["Wax"], parameters["Waa"], parameters["ba"]
    n_x, m, T_x = x.shape
    n_a = a0.shape[0]
    S = np.zeros((n_a, n_a, n_x + n_a + 1, m))
    total = np.zeros((n_a, n_x + n_a + 1))
    a = a0
    for t in range(T_x):
        u = np.concatenate([x[:, :, t], a, np.ones((1, m))], axis=0)
        a = np.tanh(Wax @ x[:, :, t] + Waa @ a + ba)
        S = np.einsum("ij,jpqm->ipqm", Waa, S) + np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        S = (1 - a**2)[:, None, None, :] * S
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x : n_x + n_a], "dba": total[:, -1:]}


# %% right, three sensitivities kept apart
def rtrl(x, a0, parameters, da):
    Wax, Waa, ba = (parameters[n] for n in ("Wax", "Waa", "ba"))
    n_a, m = a0.shape
    n_x = x.shape[0]
    one = np.eye(n_a)
    Sx, Sa, Sb = np.zeros((m, n_a, n_a, n_x)), np.zeros((m, n_a, n_a, n_a)), np.zeros((m, n_a, n_a))
    gx, ga, gb = 0.0, 0.0, 0.0
    state = a0
    for t in range(x.shape[2]):
        new = np.tanh(Wax @ x[:, :, t] + Waa @ state + ba)
        slope = (1 - new**2).T
        Sx = slope[:, :, None, None] * (
            np.einsum("ij,mjpq->mipq", Waa, Sx) + np.einsum("ip,qm->mipq", one, x[:, :, t])
        )
        Sa = slope[:, :, None, None] * (
            np.einsum("ij,mjpq->mipq", Waa, Sa) + np.einsum("ip,qm->mipq", one, state)
        )
        Sb = slope[:, :, None] * (np.einsum("ij,mjp->mip", Waa, Sb) + one)
        gx = gx + np.einsum("im,mipq->pq", da[:, :, t], Sx)
        ga = ga + np.einsum("im,mipq->pq", da[:, :, t], Sa)
        gb = gb + np.einsum("im,mip->p", da[:, :, t], Sb)
        state = new
    return {"dWax": gx, "dWaa": ga, "dba": gb.reshape(n_a, 1)}


# %% right, one example at a time with plain matrices
def rtrl(x, a0, parameters, da):
    Wax, Waa, ba = parameters["Wax"], parameters["Waa"], parameters["ba"]
    n_a, n_x = Wax.shape
    n_q = n_x + n_a + 1
    grad = np.zeros(n_a * n_q)
    for e in range(x.shape[1]):
        J = np.zeros((n_a, n_a * n_q))
        a = a0[:, e]
        for t in range(x.shape[2]):
            u = np.r_[x[:, e, t], a, 1.0]
            a = np.tanh(np.hstack([Wax, Waa, ba]) @ u)
            J = np.diag(1 - a**2) @ (np.kron(np.eye(n_a), u) + Waa @ J)
            grad += da[:, e, t] @ J
    grad = grad.reshape(n_a, n_q)
    return {
        "dWax": grad[:, :n_x].copy(),
        "dWaa": grad[:, n_x:-1].copy(),
        "dba": grad[:, -1:].copy(),
    }


# %% right, pushes every parameter direction forwards
def rtrl(x, a0, parameters, da):
    out = {}
    T_x = x.shape[2]
    for name in ("Wax", "Waa", "ba"):
        g = np.zeros(parameters[name].shape)
        for p, q in np.ndindex(g.shape):
            a, s = a0, np.zeros(a0.shape)
            for t in range(T_x):
                u = {"Wax": x[:, :, t], "Waa": a, "ba": np.ones((1, a.shape[1]))}[name]
                a = np.tanh(
                    parameters["Wax"] @ x[:, :, t] + parameters["Waa"] @ a + parameters["ba"]
                )
                s = parameters["Waa"] @ s
                s[p] += u[q]
                s = (1 - a**2) * s
                g[p, q] += np.sum(da[:, :, t] * s)
        out["d" + name] = g
    return out
