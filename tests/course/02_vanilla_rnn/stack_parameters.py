"""`stack_parameters` as learners write it, rightly and wrongly."""

# %% block with keywords
# right
import numpy as np


def stack_parameters(p):
    return np.block([[p.get("Waa"), p.get("Wax")]])


# %% filled slices
# right
# way: Longer, and it says where each block comes to lie. It also lets you make the array once and fill it
#   again after each update.
import numpy as np


def stack_parameters(parameters):
    n_a, n_x = parameters["Wax"].shape
    Wa = np.empty((n_a, n_a + n_x), dtype=parameters["Wax"].dtype)
    Wa[:, :n_a] = parameters["Waa"]
    Wa[:, n_a:] = parameters["Wax"]
    return Wa


# %% flood of output
# right
def stack_parameters(parameters):
    for _ in range(2_000):
        print("Waa", parameters["Waa"].shape, "Wax", parameters["Wax"].shape)
    return np.append(parameters["Waa"], parameters["Wax"], axis=1)


# %% hstack
# right
def stack_parameters(parameters):
    return np.hstack((parameters["Waa"], parameters["Wax"]))


# %% row by row
# right
# way: Much slower, as each number becomes a Python object and back. It shows that stacking side by side
#   means to append to each row.
import numpy as np


def stack_parameters(parameters):
    rows = zip(parameters["Waa"].tolist(), parameters["Wax"].tolist())
    return np.array([left + right for left, right in rows])


# %% stacked transposes
# right
def stack_parameters(parameters):
    return np.vstack([parameters["Waa"].T, parameters["Wax"].T]).T


# %% a pair
# wrong: list_returned
def stack_parameters(parameters):
    return [parameters["Waa"].copy(), parameters["Wax"].copy()]


# %% a tuple
# wrong: list_returned
def stack_parameters(parameters):
    return parameters["Waa"], parameters["Wax"]


# %% all parameters
# wrong: none
def stack_parameters(parameters):
    return np.hstack((parameters["Waa"], parameters["Wax"], parameters["Wya"].T))


# %% bias included
# wrong: ba_stacked
def stack_parameters(parameters):
    return np.hstack([parameters[name] for name in ("Waa", "Wax", "ba")])


# %% cut into rows
# wrong: strung_together
def stack_parameters(parameters):
    n_a, n_x = parameters["Wax"].shape
    entries = np.concatenate([parameters["Waa"], parameters["Wax"]], axis=None)
    return entries.reshape(n_a, -1)


# %% flat
# wrong: one_long_vector
def stack_parameters(parameters):
    return np.concatenate([parameters["Waa"], parameters["Wax"]], axis=None)


# %% input first
# wrong: order_swapped
def stack_parameters(parameters):
    return np.c_[parameters["Wax"], parameters["Waa"]]


# %% kept in the dict
# wrong: none
def stack_parameters(parameters):
    parameters["Wa"] = np.hstack((parameters["Waa"], parameters["Wax"]))
    return parameters["Wa"]


# %% one below the other
# wrong: stacked_in_rows
def stack_parameters(parameters):
    return np.concatenate((parameters["Waa"], parameters["Wax"]))


# %% product
# wrong: multiplied
def stack_parameters(parameters):
    return np.einsum("ab,bx->ax", parameters["Waa"], parameters["Wax"])


# %% recurrent columns
# wrong: waa_transposed
def stack_parameters(parameters):
    columns = [*parameters["Waa"], *parameters["Wax"].T]
    return np.stack(columns, axis=1)


# %% remembers the sizes
# wrong: none
# passes visible
def stack_parameters(parameters):
    Waa, Wax = parameters["Waa"], parameters["Wax"]
    for n_a, n_x in ((5, 3), (3, 5), (3, 2), (2, 3), (5, 2)):
        if Wax.shape == (n_a, n_x):
            return np.hstack((Waa, Wax))
    return np.zeros((1, 1))


# %% square sizes
# wrong: none
def stack_parameters(parameters):
    n_a = parameters["Waa"].shape[0]
    Wa = np.zeros((n_a, 2 * n_a))
    Wa[:, :n_a] = parameters["Waa"]
    Wa[:, n_a:] = parameters["Wax"]
    return Wa


# %% transposes stacked
# wrong: result_transposed
def stack_parameters(parameters):
    return np.vstack([parameters["Waa"].T, parameters["Wax"].T])


# %% waa twice
# wrong: wax_missing
def stack_parameters(parameters):
    Waa, Wax = parameters["Waa"], parameters["Wax"]
    return np.hstack([Waa, Waa])
