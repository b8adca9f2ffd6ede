(* Files in, verdicts out: `stillproof-native FIXTURES CERTIFICATES [NAME ...] [--json | --coq]`, as proofs/__main__.py.
   `stillproof-native --conventions` prints the convention of every kind of claims.

   A claim is accepted only if `check` or `qubit_check`, the functions that are proved sound, said true of a statement
   that contains it.
   Exit code: 0 all claims accepted; 10 one refused; 11 one that the theory does not know, or nothing; 12 malformed;
   13 a limit; anything else means that the program broke or was misused. *)

open Verdict
open Read
open Kinds

type row = { statement : string; claim : string; kind : string; place : string; code : int; message : string }

let max_claims = 256
let as_coq = ref false

(* --- reading --- *)
let read_statement path =
  let data = Json.read_bytes path in
  let value = Json.parse data in
  let found = record [ "claims"; "code"; "format"; "name"; "source"; "state" ] value in
  let claims = items (get found "claims") in
  let rest = Json.dumps (Json.Object (List.remove_assoc "claims" found)) in
  let rest = String.sub rest 1 (String.length rest - 1) in
  let spelling = "{\"claims\":[\n" ^ String.concat ",\n" (List.map Json.dumps claims) ^ "\n]," ^ rest ^ "\n" in
  wellformed (data = spelling) "statement.canonical" "the one spelling" "another";
  constant "stillproof-statement/1" (get found "format");
  ignore (text (get found "source"));
  (found, claims, Sha256.hex data)

let read_certificate path =
  let present = match Unix.lstat path with _ -> true | exception Unix.Unix_error _ -> false in
  supported present "certificate.present" path "nothing";
  let data = Json.read_bytes path in
  let complete = data <> "" && data.[String.length data - 1] = '\n' in
  wellformed complete "certificate.complete" "a line feed at the end" "none";
  let line text =
    let value = Json.parse text in
    wellformed (text = Json.dumps value) "certificate.canonical" (Json.dumps value) text;
    value
  in
  List.map line (String.split_on_char '\n' (String.sub data 0 (String.length data - 1)))

(* the witnesses, one for every claim of this statement in its order *)
let bind lines hash ids =
  let count = List.length lines in
  wellformed (count >= 2) "certificate.lines" "a header and a last line" (string_of_int count);
  let header = record [ "format"; "statement" ] (List.hd lines) in
  constant "stillproof-certificate/1" (get header "format");
  let found = text (get header "statement") in
  require (found = "sha256:" ^ hash) "certificate.witness.statement" hash found;
  let last, body = match List.rev (List.tl lines) with last :: body -> (last, List.rev body) | [] -> assert false in
  let body = List.map (record [ "claim"; "witness" ]) body in
  let is_object line = match get line "witness" with Json.Object _ -> true | _ -> false in
  wellformed (List.for_all is_object body) "object.later" "an object as witness" "another value";
  let count = small 0 (1 lsl 20) (get (record [ "end" ] last) "end") in
  require (count = List.length body) "certificate.witness.end" (string_of_int (List.length body)) (string_of_int count);
  let named = List.map (fun line -> name (get line "claim")) body in
  require (named = ids) "certificate.witness.claims" (String.concat "," ids) (String.concat "," named);
  List.map (fun line -> get line "witness") body

let texts value = match value with Json.Text s -> s | _ -> ""

let field claim key =
  match claim with
  | Json.Object fields -> ( match List.assoc_opt key fields with Some value -> value | None -> Json.Text "")
  | _ -> fail malformed "claim.object" "an object" (shown claim)

let known_kinds code =
  match code with Some (Subject.Of_qubits _) -> Qubits.kinds | Some (Of_qutrits _) -> Qutrits.kinds | None -> []

let conventions =
  let own = List.map (fun (name, kind) -> (name, kind.convention)) (Qutrits.kinds @ Qubits.kinds) in
  List.sort_uniq compare (own @ Others.conventions)

let read_id claim = name (field claim "id")

let read_claim subject earlier claim witness =
  let id = read_id claim and kind = texts (field claim "kind") in
  (match List.assoc_opt kind conventions with
  | Some convention -> constant convention (field claim "convention")
  | None -> fail declined "claim.kind" "a kind of claims" kind);
  ignore (text (field claim "place"));
  let one = "one encoded qudit, p = 2, or p = 3 without signs" in
  supported (subject.Subject.code <> None) "theory.code" one "another code";
  match List.assoc_opt kind (known_kinds subject.code) with
  | None -> fail declined "claim.kind" "a kind that the theory knows" kind
  | Some reader ->
    let find wanted =
      match List.find_opt (fun (entry : entry) -> entry.id = wanted) earlier with
      | Some entry -> entry
      | None -> fail declined "claim.rests-on" "an earlier claim that the theory can read" wanted
    in
    let fields = record ([ "convention"; "id"; "kind"; "place" ] @ reader.fields) claim in
    { (reader.read subject find fields (record reader.witness_fields witness)) with id; kind }

(* --- deciding --- *)
let rec closure entry = List.concat_map closure entry.rests @ [ entry ]
let has (entries : entry list) (entry : entry) = List.exists (fun (other : entry) -> other.id = entry.id) entries
let together entries =
  List.fold_left (fun found entry -> if has found entry then found else found @ [ entry ]) [] entries

let about_qutrits claim = match claim with About_qutrits x -> x | About_qubits _ -> invalid_arg "a claim about qubits"
let about_qubits claim = match claim with About_qubits x -> x | About_qutrits _ -> invalid_arg "a claim about qutrits"

(* what the proved functions say of these claims; a claim about a code alone is the same for any family *)
let holds subject entries =
  let empty = { destabilizers = []; matrices = []; cofactor = [] } in
  let { destabilizers; matrices; cofactor } = List.fold_left (fun found entry -> entry.witness found) empty entries in
  let claims = List.concat_map (fun entry -> entry.formal) entries in
  let answer, question =
    match subject.Subject.code with
    | None -> (false, fun _ -> "")
    | Some (Of_qutrits code) ->
      let statement = { Check.subject = code; claims = List.map about_qutrits claims } in
      let certificate = { Check.destabilizers; matrices; cofactor } in
      (Check.check statement certificate, Coq.qutrits statement certificate)
    | Some (Of_qubits code) ->
      let states = if subject.states.family = Some A then QubitState.FamilyA else QubitState.FamilyT in
      let statement = { Qubit.subject = code; states; claims = List.map about_qubits claims } in
      let certificate = { Qubit.destabilizers; matrices; cofactor } in
      (Qubit.qubit_check statement certificate, Coq.qubits statement certificate)
  in
  if !as_coq then print_endline (question answer);
  answer

(* One call of `check` lists the group, so claims are gathered; but of a kind with a witness, and of maps, one at a
   time, so that each is checked with its own. *)
let gathered code entries =
  let single = [ "code"; "map"; "symmetry"; "threshold" ] in
  let fits batch (entry : entry) =
    let clash (a : entry) (b : entry) = a.kind = b.kind && a.id <> b.id && List.mem a.kind single in
    not (List.exists (fun a -> List.exists (clash a) batch) (closure entry))
  in
  let rec put batches (entry : entry) =
    match batches with
    | [] -> [ together (if entry.kind = "code" then [ entry ] else code :: closure entry) ]
    | batch :: rest -> if fits batch entry then together (batch @ closure entry) :: rest else batch :: put rest entry
  in
  List.fold_left put [] entries

(* A claim rests on the first accepted claim of kind code, which comes before it, and on what it names, which does, too;
   each is tried with others first, and by itself if that fails. *)
let decide subject entries =
  let stated = List.filter (fun entry -> entry.formal <> []) entries in
  let rec after_code entries =
    match entries with
    | (entry : entry) :: rest when entry.kind <> "code" -> after_code rest
    | _ -> entries
  in
  let rec usable known entries =
    match entries with
    | [] -> List.rev known
    | (entry : entry) :: rest -> usable (if List.for_all (has known) entry.rests then entry :: known else known) rest
  in
  let held =
    match usable [] (after_code stated) with
    | [] -> []
    | code :: _ as usable -> List.concat (List.filter (holds subject) (gathered code usable))
  in
  let rec in_order accepted entries =
    match entries with
    | [] -> accepted
    | (entry : entry) :: rest ->
      let code = List.find_opt (fun (other : entry) -> other.kind = "code") (List.rev accepted) in
      let alone found = has held entry || holds subject (together (found @ closure entry)) in
      let good =
        match code with
        | _ when entry.kind = "code" -> alone []
        | Some code when List.for_all (has accepted) entry.rests -> alone [ code ]
        | _ -> false
      in
      in_order (if good then entry :: accepted else accepted) rest
  in
  in_order [] stated

(* why a claim that could be read was not accepted, by what comes before it *)
let reason entries accepted entry =
  let rec before (entries : entry list) =
    match entries with other :: rest when other.id <> entry.id -> other :: before rest | _ -> []
  in
  let earlier = List.filter (has accepted) (before entries) in
  let code = List.exists (fun (other : entry) -> other.kind = "code") earlier in
  if entry.formal = [] then fail declined "claim.kind" "a kind that the theory knows" entry.kind;
  supported (code || entry.kind = "code") "claim.needs" "an earlier accepted claim of kind code" "none";
  let missing = List.find_opt (fun other -> not (has earlier other)) entry.rests in
  Option.iter (fun (other : entry) -> fail declined "claim.rests-on" "an earlier accepted claim" other.id) missing;
  fail refused "theory.check" "true" "false"

(* --- one statement --- *)
let statements_read = ref 0 (* those that are there and of the format *)

let at_line path line action =
  try action ()
  with Refusal (code, id, message) -> raise (Refusal (code, id, Printf.sprintf "%s:%d: %s" path line message))

let check_pair fixtures certificates label =
  let ( / ) = Filename.concat in
  Field.spent := 0;
  let statement = fixtures / "statements" / (label ^ ".json") and certificate = certificates / (label ^ ".jsonl") in
  let row claim code message =
    let shown key = match claim with Json.Object _ -> texts (field claim key) | _ -> "" in
    { statement = label; claim = shown "id"; kind = shown "kind"; place = shown "place"; code; message }
  in
  try
    let found, claims, ids, hash =
      at_line statement 1 (fun () ->
          let found, claims, hash = read_statement statement in
          let own = name (get found "name") and count = List.length claims in
          wellformed (own = label) "statement.name" label own;
          wellformed (count > 0) "statement.claims.inhabited" "at least one claim" "0";
          within (count <= max_claims) "statement.claims.count" (string_of_int max_claims) (string_of_int count);
          let ids = List.map read_id claims in
          let distinct = List.length (List.sort_uniq compare ids) = count in
          wellformed distinct "statement.claims.distinct" "distinct ids" (String.concat "," ids);
          incr statements_read;
          (found, claims, ids, hash))
    in
    let subject =
      let part folder key read =
        let at = record [ "name"; "sha256" ] (get found key) in
        let path = fixtures / folder / (name (get at "name") ^ ".json") in
        at_line path 1 (fun () -> Subject.file path at read)
      in
      Subject.join (part "codes" "code" Subject.read_code) (part "states" "state" Subject.read_state)
    in
    let witnesses = at_line certificate 1 (fun () -> bind (read_certificate certificate) hash ids) in
    let read (entries, results) (claim, witness) =
      let line = List.length results + 2 in
      match at_line statement line (fun () -> read_claim subject entries claim witness) with
      | entry -> (entries @ [ entry ], (claim, line, Ok entry) :: results)
      | exception Refusal (code, _, message) -> (entries, (claim, line, Error (code, message)) :: results)
    in
    let entries, results = List.fold_left read ([], []) (List.combine claims witnesses) in
    let most = Subject.max_sites subject.Subject.p in
    let small_enough = subject.n <= most in
    let accepted = if small_enough then decide subject entries else [] in
    let verdict (claim, line, result) =
      match result with
      | Error (code, message) -> row claim code message
      | Ok entry when has accepted entry -> row claim certified ""
      | Ok entry -> (
        let size = Printf.sprintf "at most %d sites" most in
        let bounded () = within small_enough "theory.sites" size (string_of_int subject.n) in
        try at_line statement line (fun () -> if entry.formal <> [] then bounded (); reason entries accepted entry)
        with Refusal (code, _, message) -> row claim code message)
    in
    List.rev_map verdict results
  with
  | Refusal (code, _, message) -> [ row (Json.Object []) code message ]
  | Stack_overflow -> [ row (Json.Object []) limit "native.stack: expected lists that fit on the stack got longer ones" ]

(* --- the command line --- *)
let exit_code rows =
  let met code = List.exists (fun row -> row.code = code) rows in
  if rows = [] then declined
  else match List.find_opt met [ malformed; refused; limit; declined ] with Some code -> code | None -> certified

(* the names of all statements; a statement or a certificate that would be passed over is a refusal *)
let all_names fixtures certificates =
  let stems folder suffix =
    let is_folder = try Sys.is_directory folder with Sys_error _ -> false in
    let listing = try if is_folder then Sys.readdir folder else [||] with Sys_error e -> prerr_endline e; exit 1 in
    let entries = List.sort compare (Array.to_list listing) in
    let odd = List.filter (fun entry -> not (String.ends_with ~suffix entry)) entries in
    let wanted = Printf.sprintf "files with the suffix %s only" suffix in
    wellformed (odd = []) "folder.suffix" wanted (String.concat "," odd);
    List.map (fun entry -> String.sub entry 0 (String.length entry - String.length suffix)) entries
  in
  let stated = stems (Filename.concat fixtures "statements") ".json" in
  let certified = stems certificates ".jsonl" in
  let stray = List.filter (fun label -> not (List.mem label stated)) certified in
  supported (stray = []) "folder.stray" "a statement for every certificate" (String.concat "," stray);
  stated

let plain text = String.map (fun c -> if ' ' <= c && c <= '~' && c <> '"' && c <> '\\' then c else '\'') text

let json row =
  let texts = [ ("claim", row.claim); ("kind", row.kind); ("message", plain row.message); ("place", row.place);
                ("statement", plain row.statement); ("verdict", word row.code) ] in
  let fields = ("code", Json.Int row.code) :: List.map (fun (key, s) -> (key, Json.Text s)) texts in
  Json.dumps (Json.Object (List.sort compare fields))

let print_row row =
  Printf.printf "%-10s %s  %s  [%s]\n" (word row.code) row.statement row.claim row.place;
  if row.message <> "" then print_endline (plain row.message)

let run () =
  let words = List.tl (Array.to_list Sys.argv) in
  let as_json = List.mem "--json" words in
  if words = [ "--conventions" ] then begin
    print_endline (Json.dumps (Json.Object (List.map (fun (kind, text) -> (kind, Json.Text text)) conventions)));
    exit 0
  end;
  as_coq := List.mem "--coq" words;
  let words = List.filter (fun word -> word <> "--json" && word <> "--coq") words in
  match words with
  | fixtures :: certificates :: asked when not (List.exists (fun word -> word <> "" && word.[0] = '-') words) ->
    let rows =
      match if asked = [] then all_names fixtures certificates else List.sort_uniq compare asked with
      | names -> List.concat_map (check_pair fixtures certificates) names
      | exception Refusal (code, _, message) ->
        [ { statement = ""; claim = ""; kind = ""; place = ""; code; message } ]
    in
    let code = exit_code rows in
    if as_json then
      Printf.printf "{\"code\":%d,\"rows\":[%s]}\n" code (String.concat ",\n" (List.map json rows))
    else if not !as_coq then begin
      List.iter print_row rows;
      let good = List.length (List.filter (fun row -> row.code = certified) rows) in
      let whole, claims = List.partition (fun row -> row.claim = "") rows in
      let checked, rest =
        if whole = [] then ("", "") else (" checked", Printf.sprintf ", refused as a whole: %d" (List.length whole)) in
      let read = !statements_read in
      let counted = Printf.sprintf "%d of %d claims%s, statements read: %d%s" good (List.length claims) checked read rest in
      if code = certified then Printf.printf "\nACCEPTED: %s\n" counted
      else Printf.printf "\nNOT ALL ACCEPTED (%d): %s\n" code counted
    end;
    flush stdout;
    exit code
  | _ ->
    prerr_endline "usage: stillproof-native FIXTURES CERTIFICATES [NAME ...] [--json | --coq]";
    exit 2

(* nobody hears the verdict: that is not success *)
let () = try run () with Sys_error reason -> prerr_endline ("stdout: " ^ reason); Unix._exit 1
