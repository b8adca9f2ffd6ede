(* JSON as docs/formats/ has it, and nothing else: printable ASCII without backslashes, objects with distinct keys,
   lists, strings, and integers from 0 to MAX_SMALL.  The bounds are those of proofs/stillproof_check/entry/loader.py. *)

open Verdict

let max_bytes = 4 lsl 20
let max_depth = 12
let max_small = 1 lsl 20

type t = Int of int | Text of string | List of t list | Object of (string * t) list (* sorted by key *)

(* the one spelling of a value *)
let rec dumps value =
  match value with
  | Int i -> string_of_int i
  | Text s -> "\"" ^ s ^ "\""
  | List items -> "[" ^ String.concat "," (List.map dumps items) ^ "]"
  | Object fields -> "{" ^ String.concat "," (List.map (fun (key, x) -> dumps (Text key) ^ ":" ^ dumps x) fields) ^ "}"

let ascii text =
  String.iteri
    (fun i c ->
      let good = c = '\n' || (' ' <= c && c <= '~' && c <> '\\') in
      let found = Printf.sprintf "byte %d: 0x%02x" i (Char.code c) in
      wellformed good "json.ascii" "printable ASCII and line feeds, no backslash" found)
    text

let parse text =
  ascii text;
  let length = String.length text and at = ref 0 in
  let peek () = if !at < length then text.[!at] else '\x00' in
  let syntax expected = fail malformed "json.syntax" expected (Printf.sprintf "byte %d of %d" !at length) in
  let rec blank () = if peek () = ' ' || peek () = '\n' then (incr at; blank ()) in
  let eat c = if peek () = c then incr at else syntax (String.make 1 c) in
  let string () =
    eat '"';
    let from = !at in
    while peek () <> '"' && ' ' <= peek () do incr at done;
    eat '"';
    String.sub text from (!at - from - 1)
  in
  let digit c = '0' <= c && c <= '9' in
  let number () =
    let from = !at in
    wellformed (peek () <> '-') "json.number" "an integer from 0 on" "a minus sign";
    while digit (peek ()) do incr at done;
    let spelling = String.sub text from (!at - from) in
    wellformed (not (String.contains ".eE" (peek ()))) "json.float" "an integer or a decimal string" spelling;
    if spelling = "" || (spelling.[0] = '0' && spelling <> "0") then syntax "a value";
    let good = String.length spelling <= 8 && int_of_string spelling <= max_small in
    within good "json.number.size" (Printf.sprintf "at most %d" max_small) spelling;
    Int (int_of_string spelling)
  in
  (* the items of a list or of an object, up to a closing bracket *)
  let items : 'a. char -> (unit -> 'a) -> 'a list = fun close item ->
    blank ();
    if peek () = close then (incr at; [])
    else
      let rec more found =
        let found = item () :: found in
        blank ();
        if peek () = ',' then (incr at; more found) else (eat close; List.rev found)
      in
      more []
  in
  let rec value depth =
    within (depth > 0) "json.depth" (Printf.sprintf "at most %d levels" max_depth) "more";
    blank ();
    match peek () with
    | '{' ->
      incr at;
      let field () =
        blank ();
        let key = string () in
        blank ();
        eat ':';
        (key, value (depth - 1))
      in
      let fields = List.sort (fun (a, _) (b, _) -> compare a b) (items '}' field) in
      let rec distinct fields =
        match fields with
        | (a, _) :: ((b, _) :: _ as rest) -> wellformed (a <> b) "json.keys.distinct" "distinct keys" a; distinct rest
        | _ -> ()
      in
      distinct fields;
      Object fields
    | '[' -> incr at; List (items ']' (fun () -> value (depth - 1)))
    | '"' -> Text (string ())
    | _ -> number ()
  in
  let found = value max_depth in
  blank ();
  if !at < length then syntax "the end";
  found

(* the content of a regular file, not of a link or a pipe *)
let read_bytes path =
  let unreadable reason = fail malformed "file.readable" "a regular file, not a link" reason in
  let status = try Unix.lstat path with Unix.Unix_error (error, _, _) -> unreadable (Unix.error_message error) in
  wellformed (status.st_kind = Unix.S_REG) "file.regular" "a regular file" "another kind";
  let most = Printf.sprintf "at most %d bytes" max_bytes in
  within (status.st_size <= max_bytes) "file.size" most (string_of_int status.st_size);
  let stream = try open_in_bin path with Sys_error reason -> unreadable reason in
  let buffer = Buffer.create status.st_size in
  (try
     while Buffer.length buffer <= max_bytes do
       Buffer.add_channel buffer stream 1
     done
   with End_of_file -> ());
  close_in stream;
  within (Buffer.length buffer <= max_bytes) "file.size.read" most "a growing file";
  Buffer.contents buffer
