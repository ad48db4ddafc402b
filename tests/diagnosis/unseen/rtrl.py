# %% sensitivity summed up without the weights
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
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + S)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% weights on the parameter axis
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
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("pj,ijqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% slope only on what is used now
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
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * used_now + used_before
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% slope of the old state
def rtrl(x, a0, parameters, da):
    Wax, Waa, ba = parameters["Wax"], parameters["Waa"], parameters["ba"]
    n_x, m, T_x = x.shape
    n_a = a0.shape[0]
    S = np.zeros((n_a, n_a, n_x + n_a + 1, m))
    total = np.zeros((n_a, n_x + n_a + 1))
    a = a0
    for t in range(T_x):
        u = np.concatenate([x[:, :, t], a, np.ones((1, m))], axis=0)
        old, a = a, np.tanh(Wax @ x[:, :, t] + Waa @ a + ba)
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - old ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% slope one minus a instead of its square
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
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% bias sensitivity forgotten
def rtrl(x, a0, parameters, da):
    Wax, Waa, ba = parameters["Wax"], parameters["Waa"], parameters["ba"]
    n_x, m, T_x = x.shape
    n_a = a0.shape[0]
    S = np.zeros((n_a, n_a, n_x + n_a + 1, m))
    total = np.zeros((n_a, n_x + n_a + 1))
    a = a0
    for t in range(T_x):
        u = np.concatenate([x[:, :, t], a, np.zeros((1, m))], axis=0)
        a = np.tanh(Wax @ x[:, :, t] + Waa @ a + ba)
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% inputs without their recurrence
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
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        used_before[:, :, :n_x, :] = 0
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% outside multiplied once at the end
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
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
    total = np.einsum("im,ipqm->pq", da.sum(axis=2), S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% all units fed by every row
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
        used_now = np.ones((n_a, n_a, 1, 1)) * u
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% mean over examples
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
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    total = total / m
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% sensitivity averaged over examples first
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
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipq->pq", da[:, :, t], S.mean(axis=-1))
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% outside of the step before
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
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipqm->pq", da[:, :, t - 1], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% outside meets the old sensitivity
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
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% starts from a zero state
def rtrl(x, a0, parameters, da):
    Wax, Waa, ba = parameters["Wax"], parameters["Waa"], parameters["ba"]
    n_x, m, T_x = x.shape
    n_a = a0.shape[0]
    S = np.zeros((n_a, n_a, n_x + n_a + 1, m))
    total = np.zeros((n_a, n_x + n_a + 1))
    a = np.zeros_like(a0)
    for t in range(T_x):
        u = np.concatenate([x[:, :, t], a, np.ones((1, m))], axis=0)
        a = np.tanh(Wax @ x[:, :, t] + Waa @ a + ba)
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% first step skipped
def rtrl(x, a0, parameters, da):
    Wax, Waa, ba = parameters["Wax"], parameters["Waa"], parameters["ba"]
    n_x, m, T_x = x.shape
    n_a = a0.shape[0]
    S = np.zeros((n_a, n_a, n_x + n_a + 1, m))
    total = np.zeros((n_a, n_x + n_a + 1))
    a = a0
    for t in range(1, T_x):
        u = np.concatenate([x[:, :, t], a, np.ones((1, m))], axis=0)
        a = np.tanh(Wax @ x[:, :, t] + Waa @ a + ba)
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% bias not in the state
def rtrl(x, a0, parameters, da):
    Wax, Waa, ba = parameters["Wax"], parameters["Waa"], parameters["ba"]
    n_x, m, T_x = x.shape
    n_a = a0.shape[0]
    S = np.zeros((n_a, n_a, n_x + n_a + 1, m))
    total = np.zeros((n_a, n_x + n_a + 1))
    a = a0
    for t in range(T_x):
        u = np.concatenate([x[:, :, t], a, np.ones((1, m))], axis=0)
        a = np.tanh(Wax @ x[:, :, t] + Waa @ a)
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% gradient of the recurrent weights transposed
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
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a].T, "dba": total[:, n_x + n_a:]}

# %% no slope and no transpose
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
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ji,jpqm->ipqm", Waa, S)
        S = used_now + used_before
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% names without their d
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
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"Wax": total[:, :n_x], "Waa": total[:, n_x:n_x + n_a], "ba": total[:, n_x + n_a:]}

# %% raises, stack without the axis of examples
def rtrl(x, a0, parameters, da):
    Wax, Waa, ba = parameters["Wax"], parameters["Waa"], parameters["ba"]
    n_x, m, T_x = x.shape
    n_a = a0.shape[0]
    S = np.zeros((n_a, n_a, n_x + n_a + 1, m))
    total = np.zeros((n_a, n_x + n_a + 1))
    a = a0
    for t in range(T_x):
        u = np.concatenate([x[:, :, t], a, np.ones(m)], axis=0)
        a = np.tanh(Wax @ x[:, :, t] + Waa @ a + ba)
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% raises, sensitivity without the axis of examples
def rtrl(x, a0, parameters, da):
    Wax, Waa, ba = parameters["Wax"], parameters["Waa"], parameters["ba"]
    n_x, m, T_x = x.shape
    n_a = a0.shape[0]
    S = np.zeros((n_a, n_a, n_x + n_a + 1))
    total = np.zeros((n_a, n_x + n_a + 1))
    a = a0
    for t in range(T_x):
        u = np.concatenate([x[:, :, t], a, np.ones((1, m))], axis=0)
        a = np.tanh(Wax @ x[:, :, t] + Waa @ a + ba)
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("im,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}

# %% raises, letter missing in einsum
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
        used_now = np.einsum("ip,qm->ipqm", np.eye(n_a), u)
        used_before = np.einsum("ij,jpqm->ipqm", Waa, S)
        S = (1 - a ** 2)[:, None, None, :] * (used_now + used_before)
        total += np.einsum("i,ipqm->pq", da[:, :, t], S)
    return {"dWax": total[:, :n_x], "dWaa": total[:, n_x:n_x + n_a], "dba": total[:, n_x + n_a:]}
