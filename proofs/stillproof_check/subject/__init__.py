"""What claims are about: the state family, the code, what projecting copies of the state gives, and earlier claims."""
