(* How a check fails, as in proofs/stillproof_check/entry/verdict.py: an exit code, an id, what was expected and found. *)

let certified = 0
let refused = 10
let declined = 11
let malformed = 12
let limit = 13

exception Refusal of int * string * string

let brief text =
  if String.length text <= 200 then text
  else String.sub text 0 120 ^ " ... " ^ String.sub text (String.length text - 40) 40

let fail code id expected found =
  raise (Refusal (code, id, Printf.sprintf "%s: expected %s got %s" id (brief expected) (brief found)))

let require good id expected found = if not good then fail refused id expected found
let supported good id expected found = if not good then fail declined id expected found
let wellformed good id expected found = if not good then fail malformed id expected found
let within good id expected found = if not good then fail limit id expected found

let word code =
  match code with 0 -> "accepted" | 10 -> "refused" | 11 -> "declined" | 12 -> "malformed" | _ -> "limit"
