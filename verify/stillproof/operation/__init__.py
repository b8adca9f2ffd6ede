"""Running distillation: how many levels and inputs a target needs, and which acceptance counts to expect.

Every number rests on claims that the checker has certified: `certified` reads them, `plan` and `expect` compute.
"""
