"""Checks what the command line promises: check_cli.py PROGRAM

Each function below is a case; its name says what is promised, its assertions what must hold.
Over 400 lines: a list of cases, to be read one by one.
"""
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])
MODELS = os.path.abspath(os.environ.get("AVERMENT_MODELS", "models"))
KNOWLEDGE = os.environ.get("AVERMENT_KNOWLEDGE", os.path.abspath("knowledge"))
TEXT = "GENEVA, May 7 2013 (Wire) - The minister said on Tuesday that talks would resume.\n"
OK, INTERNAL, USAGE, SOME_FAILED, NO_MODEL, CHANGED = 0, 1, 2, 3, 4, 5


def run(*arguments, stdin=b"", folder=None, **environment):
    """Status, standard output and the lines of standard error."""
    env = {**os.environ, "AVERMENT_MODELS": MODELS, "AVERMENT_KNOWLEDGE": KNOWLEDGE, **environment}
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, env=env, cwd=folder, timeout=120)
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace").splitlines()


def jsonl(*rows):
    return b"".join((r if isinstance(r, bytes) else json.dumps(r).encode()) + b"\n" for r in rows)


def records(out):
    return [json.loads(line) for line in out.splitlines()]


def counts_add_up(last, total, failed):
    numbers = [int(n) for n in re.findall(r"\d+", last)]
    return total - failed in numbers and failed in numbers


def all_coded_is_0(d):
    (d / "a.txt").write_text(TEXT)
    status, out, _ = run("code", d / "a.txt")
    assert status == OK, status
    assert [r["document"]["id"] for r in records(out)] == ["a.txt"], out[:300]
    assert records(out)[0]["record"] == 1


def usage_is_2(d):
    (d / "a.txt").write_text(TEXT)
    for arguments in ([], ["explode"], ["code", "--format", "xml", d / "a.txt"], ["code", "--no-such-flag", d / "a.txt"],
                      ["code", "--threads", "many", d / "a.txt"], ["code", "--threads", "-1", d / "a.txt"],
                      ["code", "--published", "yesterday", d / "a.txt"], ["code", "--published", "2013-02-30", d / "a.txt"],
                      ["parse", "--model", "xl", d / "a.txt"], ["parse", "--format", "text", d / "a.txt"]):
        status, out, err = run(*arguments)
        assert status == USAGE and not out and err, (arguments, status, out[:100], err)


def help_is_0_and_names_the_verbs(d):
    status, out, _ = run("--help")
    assert status == OK and b"code" in out and b"parse" in out, (status, out)


def version_names_what_codes(d):
    (d / "a.txt").write_text(TEXT)
    status, out, _ = run("--version")
    lines = [line.split(maxsplit=1) for line in out.decode().replace("model ", "model_").splitlines()]
    named = dict(lines)
    coder = records(run("code", d / "a.txt")[1])[0]["coder"]
    assert re.fullmatch(r"[0-9a-f]{16}\+" + named["places"].split()[-1], named["knowledge"]), out
    assert status == OK and re.fullmatch(r"\d+\.\d+\.\d+\S*", named["averment"]), out
    assert coder == {"version": named["averment"], "model": named["model_md"], "knowledge": named["knowledge"]}, (out, coder)


def version_says_what_is_missing(d):
    status, out, err = run("--version", AVERMENT_MODELS=str(d), AVERMENT_KNOWLEDGE=str(d / "none"))
    assert status == OK and not err and b"averment-en-md.model: not found" in out and b"AVERMENT_KNOWLEDGE" in out, (out, err)


def a_closed_pipe_ends_it_quietly(d):
    (d / "a.jsonl").write_bytes(jsonl(*({"id": str(i), "text": TEXT * 20} for i in range(400))))
    for arguments in (["code"], ["code", "--format", "text"], ["parse"]):
        with subprocess.Popen([PROGRAM, *arguments, d / "a.jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env={**os.environ, "AVERMENT_MODELS": MODELS, "AVERMENT_KNOWLEDGE": KNOWLEDGE}) as process:
            process.stdout.readline()
            process.stdout.close()
            err = process.stderr.read()
            assert process.wait(timeout=120) == OK and not err, (arguments, process.returncode, err)


def progress_is_for_terminals(d):
    (d / "a.jsonl").write_bytes(jsonl(*({"id": str(i), "text": TEXT * 30} for i in range(400))))
    _, _, err = run("code", d / "a.jsonl")
    assert len(err) == 1 and "\r" not in err[0], err
    terminal, end = pty.openpty()
    with subprocess.Popen([PROGRAM, "code", d / "a.jsonl"], stdout=subprocess.DEVNULL, stderr=end,
                          env={**os.environ, "AVERMENT_MODELS": MODELS, "AVERMENT_KNOWLEDGE": KNOWLEDGE}) as process:
        os.close(end)
        shown = b""
        try:
            while some := os.read(terminal, 4096):
                shown += some
        except OSError:  # How Linux says that the other side has gone.
            pass
        os.close(terminal)
        assert process.wait(timeout=120) == OK
    assert re.search(rb"\d+ articles, \d+/s, \d+ %, \d+ s to go", shown), shown[-500:]


def a_missing_file_is_3_and_the_rest_is_coded(d):
    (d / "a.txt").write_text(TEXT)
    (d / "b.txt").write_text(TEXT)
    status, out, err = run("code", d / "a.txt", d / "missing.txt", d / "b.txt")
    assert status == SOME_FAILED, status
    assert [r["document"]["id"] for r in records(out)] == ["a.txt", "b.txt"]
    assert sum("missing.txt" in line for line in err) == 1, err
    assert counts_add_up(err[-1], 3, 1), err


def a_folder_is_no_file(d):
    status, out, err = run("code", d)
    assert status == SOME_FAILED and not out and err, (status, out, err)


def a_bad_line_is_3_and_named_by_number(d):
    (d / "a.jsonl").write_bytes(jsonl({"id": "one", "text": TEXT}, b'{"id": "two", "text": ', {"id": "three", "text": TEXT},
                                      b'["four"]', {"id": "five"}, {"id": "six", "text": 6}))
    status, out, err = run("code", d / "a.jsonl")
    assert status == SOME_FAILED, status
    assert [r["document"]["id"] for r in records(out)] == ["one", "three"], out
    for line in (2, 4, 5, 6):
        assert sum(f"a.jsonl:{line}:" in e for e in err) == 1, (line, err)
    assert counts_add_up(err[-1], 6, 4), err


def no_model_is_4(d):
    (d / "a.txt").write_text(TEXT)
    (d / "empty").mkdir()
    status, out, err = run("code", d / "a.txt", AVERMENT_MODELS=str(d / "empty"))
    assert status == NO_MODEL and not out and "averment-en-md.model" in "\n".join(err), (status, err)


def a_truncated_or_altered_model_is_refused(d):
    (d / "a.txt").write_text(TEXT)
    (d / "models").mkdir()
    model = d / "models" / "averment-en-sm.model"
    whole = (pathlib.Path(MODELS) / model.name).read_bytes()
    altered = bytearray(whole)
    altered[len(whole) // 2] ^= 1
    for data, why in ((whole[:-1], "truncated"), (bytes(altered), "altered"), (b"", "model"), (b"AVMODEL\n" + b"\xff" * 100, "format")):
        model.write_bytes(data)
        status, out, err = run("parse", "--model", "sm", d / "a.txt", AVERMENT_MODELS=str(d / "models"))
        assert status == NO_MODEL and not out and why in "\n".join(err) and model.name in "\n".join(err), (why, status, err)


def a_full_disk_is_no_success(d):
    (d / "a.txt").write_text(TEXT)
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, "code", d / "a.txt"], stdout=full, stderr=subprocess.PIPE, timeout=120,
                              env={**os.environ, "AVERMENT_MODELS": MODELS, "AVERMENT_KNOWLEDGE": KNOWLEDGE})
    assert done.returncode == INTERNAL and done.stderr, done


def standard_input_is_jsonl_unless_told(d):
    status, out, _ = run("code", "-", stdin=jsonl({"id": "x", "text": TEXT}))
    assert status == OK and [r["document"]["id"] for r in records(out)] == ["x"], (status, out)
    status, out, _ = run("code", "--input", "txt", "-", stdin=TEXT.encode())
    assert status == OK and len(records(out)) == 1, (status, out)


def order_is_kept(d):
    rows = [{"id": f"r{i}", "text": TEXT * (1 + i * 7 % 5)} for i in range(60)]
    status, out, _ = run("code", "--threads", 2, "-", stdin=jsonl(*rows))
    assert status == OK and [r["document"]["id"] for r in records(out)] == [r["id"] for r in rows]


def fields_of_a_row_reach_the_document(d):
    row = {"id": "n", "text": TEXT, "title": "A title", "published": "2013-05-08T10:00:00Z", "source": "Wire",
           "url": "http://example.org/1", "unheard_of": {"x": [1]}}
    _, out, _ = run("code", "-", stdin=jsonl(row))
    document = records(out)[0]["document"]
    assert document["title"] == "A title" and document["source"] == "Wire" and document["url"] == row["url"], document
    assert document["published"] == "2013-05-08" and document["published_basis"] == "metadata", document


def null_means_absent(d):
    row = {"id": "n", "text": "He left.", "title": None, "published": None, "source": None, "url": None}
    status, out, _ = run("code", "-", stdin=jsonl(row))
    document = records(out)[0]["document"]
    assert status == OK and document.get("published") is None and document.get("title") in (None, ""), document


def given_date_goes_first(d):
    _, out, _ = run("code", "--published", "2013-06-01", "-", stdin=jsonl({"id": "n", "text": TEXT, "published": "2013-05-08"}))
    document = records(out)[0]["document"]
    assert (document["published"], document["published_basis"]) == ("2013-06-01", "given"), document
    assert document["published_other"] == "2013-05-08", document


def json_is_one_indented_array(d):
    (d / "a.txt").write_text(TEXT)
    for files in ([], [d / "a.txt"], [d / "a.txt", d / "a.txt"]):
        status, out, _ = run("code", "--format", "json", *(files or ["-"]))
        assert status == OK and len(json.loads(out)) == len(files), (files, out)
    assert out.startswith(b"[\n") and b"\n  " in out


def bad_utf8_is_replaced_and_warned_of(d):
    (d / "a.txt").write_bytes(b"He left \xff Geneva.\n")
    status, out, err = run("code", d / "a.txt")
    assert status == OK and "a.txt" in "\n".join(err), (status, err)
    assert records(out)[0]["document"]["text"] == "He left \ufffd Geneva.\n"


def parse_writes_conllu_and_json(d):
    (d / "a.txt").write_text(TEXT)
    for model in ("sm", "md"):
        status, out, _ = run("parse", "--model", model, "--format", "conllu", d / "a.txt")
        words = [line.split(b"\t") for line in out.splitlines() if line and not line.startswith(b"#")]
        assert status == OK and words and all(len(w) == 10 for w in words), (status, out[:300])
    status, out, _ = run("parse", "--format", "json", d / "a.txt")
    assert status == OK and json.loads(out), (status, out)


def text_shows_who_says_what(d):
    (d / "a.txt").write_text(TEXT)
    status, out, _ = run("code", "--format", "text", d / "a.txt")
    assert status == OK and b"minister" in out and b"talks would resume" in out, out


def an_overlay_adds_rules_words_and_actors(d):
    (d / "a.txt").write_text("The Quilt League airlifted quilts to Jordan.\n")
    (d / "mine" / "event").mkdir(parents=True)
    (d / "mine" / "actor").mkdir()
    (d / "mine" / "event" / "material_conflict.txt").write_text(
        "rule aid-airlift\n  code AID 073\n  verb airlift\n  where object is QUILT\n  source! subject\n  target to\n"
        "  + Norway airlifted quilts to Jordan.  => airlifted\n  - Norway airlifted a pony to Jordan.\n")
    (d / "mine" / "event" / "classes.txt").write_text("class QUILT quilt\n")
    (d / "mine" / "actor" / "bodies.txt").write_text("organization Quilt League : NOR NGO\n")
    _, out, _ = run("code", d / "a.txt")
    without = records(out)[0]
    status, out, _ = run("code", "--knowledge", d / "mine", d / "a.txt")
    with_it = records(out)[0]
    assert status == OK and [e["rule"] for e in with_it["events"]] == ["event/aid-airlift"], out
    assert "Quilt League" in [a["name"] for a in with_it["actors"]], with_it["actors"]
    assert without["coder"]["knowledge"] != with_it["coder"]["knowledge"] and not without["events"], without


def an_overlay_overrides_and_removes(d):
    (d / "a.txt").write_text("John Kerry met Sergei Lavrov on Tuesday.\n")
    (d / "mine" / "actor").mkdir(parents=True)
    (d / "mine" / "time").mkdir()
    (d / "mine" / "actor" / "people.txt").write_text("man John Kerry : NOR LEG 2000.. Member of Parliament\n")
    (d / "mine" / "time" / "rules.txt").write_text("remove rule weekday\n")
    _, out, _ = run("code", "--published", "2013-05-08", d / "a.txt")
    assert [t["rule"] for t in records(out)[0]["times"]] == ["time/weekday"], out
    _, out, _ = run("code", "--published", "2013-05-08", "--knowledge", d / "mine", d / "a.txt")
    record = records(out)[0]
    assert not record["times"] and ("NOR", "LEG") in [(a["country"], a["sector"]) for a in record["actors"]], record


def a_whole_copy_as_overlay_changes_nothing(d):
    shutil.copytree(KNOWLEDGE, d / "copy")
    (d / "a.txt").write_text(TEXT + "Russian troops attacked rebels in Aleppo, said the US foreign minister John Kerry.\n")
    _, plain, _ = run("code", d / "a.txt")
    status, out, err = run("code", "--knowledge", d / "copy", d / "a.txt")
    findings = [{k: v for k, v in records(o)[0].items() if k != "coder"} for o in (plain, out)]
    assert status == OK and findings[0] == findings[1], (err, findings)


def errors_of_an_overlay_name_file_and_line(d):
    (d / "a.txt").write_text(TEXT)
    (d / "mine" / "event").mkdir(parents=True)
    for name, text, why in (("classes.txt", "class SPORT golf\n\nremove class SPROT\n", "classes.txt:3: there is no class SPROT"),
                            ("material_conflict.txt", "\nrule x\n  code COERCE\n", "material_conflict.txt:3: expected TYPE"),
                            ("rules.txt", "rule x\n", "event/rules.txt: nothing reads a file of this name; there are classes.txt")):
        (d / "mine" / "event" / name).write_text(text)
        status, out, err = run("code", "--knowledge", d / "mine", d / "a.txt")
        assert status == NO_MODEL and not out and f"{d}/mine/event/" in err[0] and why in err[0], (status, err)
        (d / "mine" / "event" / name).unlink()
    status, _, err = run("code", "--knowledge", d / "nowhere", d / "a.txt")
    assert status == NO_MODEL and "nowhere: No such file" in err[0], err


def knowledge_check_runs_every_example(d):
    status, out, err = run("knowledge", "check")
    assert status == OK and not err and re.fullmatch(rb"knowledge [0-9a-f]{16}: \d\d+ examples of \d topics, 0 failed\n", out), (out, err)
    (d / "mine" / "event").mkdir(parents=True)
    rules = d / "mine" / "event" / "material_cooperation.txt"
    rules.write_text("rule aid-airlift\n  code AID 073\n  verb airlift\n  source! subject\n  target to\n"
                     "  + Norway airlifted quilts to Jordan.  => airlifted\n  + Norway dropped quilts.  => dropped\n"
                     "  - Norway airlifted a pony to Jordan.\n")
    status, out, err = run("knowledge", "check", d / "mine")
    lines = out.decode().splitlines()
    assert status == SOME_FAILED and not err and lines[-1].endswith(" 2 failed"), (out, err)
    assert [line for line in lines if "failed" in line][:2] == [f"{rules}:7: failed", f"{rules}:8: failed"], lines
    rules.write_text("rule aid-airlift\n  code AID 99\n")
    status, out, err = run("knowledge", "check", d / "mine")
    assert status == NO_MODEL and not out and f"{rules}:2: AID has no CAMEO code 99" in err[0], (out, err)


NEAR = "Norway sent blankets to Jordan.\nThe rebels sent a statement to Jordan.\nThe sea is deep.\n"


def explain_shows_words_syntax_rule_and_entry(d):
    (d / "a.txt").write_text(NEAR)
    status, out, _ = run("explain", "--id", "e1", d / "a.txt")
    text = out.decode()
    assert status == OK and text.count("e1  AID") == 1, out
    for step in ('trigger   1:8 "sent" as `send` of the rule', '"Norway" by the path `subject`: sent -nsubj> Norway',
                 '"Jordan" by the path `indirect`: sent -dative> to -pobj> Jordan', "material_cooperation.txt:", "| rule aid-give",
                 "+ Turkey sent food to Somalia.  => sent", "countries.txt:", "| NOR Norway"):
        assert step in text, (step, text)


def explain_is_the_same_as_json(d):
    (d / "a.txt").write_text(NEAR)
    status, out, _ = run("explain", "--id", "e1", "--format", "json", d / "a.txt")
    (told,) = json.loads(out)
    steps = {s["label"]: s for s in told["steps"]}
    assert status == OK and told["id"] == "e1" and told["document"] == "a.txt", told
    word = {"start": 7, "end": 11, "text": "sent", "line": 1, "column": 8}
    assert steps["trigger"]["words"] == [word], steps["trigger"]
    assert steps["rule"]["text"] == "event/aid-give" and steps["rule"]["source"]["lines"][0] == "rule aid-give", steps["rule"]
    shown = pathlib.Path(steps["rule"]["source"]["file"]).read_text().splitlines()
    assert shown[steps["rule"]["source"]["line"] - 1] == "rule aid-give"


COUNTED = ("Lebanon's health ministry said on Monday that at least 12 people had been killed in Tripoli since June.\n"
           "The donors' conference, planned for July in Geneva, has been put off until 12 September.\n"
           "Iran is a close ally of Syria's government.\n"
           "The storm killed hopes of an early harvest in Jordan.\n")


def explain_shows_tolls_plans_and_stances(d):
    (d / "a.txt").write_text(COUNTED)
    arguments = ("--published", "2013-06-25", d / "a.txt")
    for id_, steps in (("l1", ('"killed" as `', "of toll/", "count     1:", "at least 12, no upper bound; killed -nsubjpass> people",
                               "scope     1:", "cumulative, since 2013-06", "place     1:", "Tripoli", "says      1:", "q1 ", "| rule ")),
                       ("n1", ('"planned" as `', "of plan/", "original 2013-07", "current 2013-09-12", "Geneva", "| rule ")),
                       ("s1", ('"ally" as `', "of stance/", "holder    3:1", "toward    3:", "| rule ", "countries.txt:"))):
        status, out, err = run("explain", "--id", id_, *arguments)
        for step in steps:
            assert status == OK and step in out.decode(), (id_, step, out.decode(), err)
    status, out, _ = run("explain", "--at", COUNTED.index("killed hopes"), *arguments)
    assert status == OK and b"toll/" in out and b"no number stands where it looks for a count" in out, out.decode()


def explain_tells_why_nothing_is_there(d):
    (d / "a.txt").write_text(NEAR)
    status, out, _ = run("explain", "--at", NEAR.index("sent a statement"), d / "a.txt")
    assert status == OK and b"`where object is HELP` does not hold" in out and b'leads to "statement"' in out, out
    status, out, _ = run("explain", "--at", NEAR.index("deep"), d / "a.txt")
    assert status == OK and b"no rule has any trigger among these words" in out and b"nobody is named" in out, out


MODELLED = "The court in Turkey reversed its ruling on the opposition party.\n"
CUES = "The envoy said that the talks had failed.\nThe mayor shrugged at the idea of a harbour.\n"


def span(text, words):
    return {"start": text.index(words), "end": text.index(words) + len(words)}


def explain_tells_what_weighed_in_a_model(d):
    (d / "a.txt").write_text(MODELLED)
    status, out, _ = run("code", d / "a.txt")
    (event,) = [e for e in records(out)[0]["events"] if e["rule"] == "event/model"]
    status, out, _ = run("explain", "--id", event["id"], "--format", "json", d / "a.txt")
    (told,) = json.loads(out)
    (model,) = [s for s in told["steps"] if s["label"] == "model"]
    assert [w["text"] for w in model["words"]] == ["The court", "the opposition party"], model
    assert re.fullmatch(r"0\.\d{3} for CONCEDE, asked for 0\.\d{3}", model["text"]), model
    assert abs(float(model["text"].split()[0]) - event["confidence"]) < 0.001, (model, event)
    weighed = [s for s in told["steps"] if s["label"] == "weighed"]
    weights = [s["weight"] for s in weighed]
    assert len(weighed) >= 5 and weights == sorted(weights, reverse=True) and weights[0] > 0, weighed
    assert not any("`" in s["text"] for s in weighed), weighed
    # `relate` says the same of the pair, by the word that triggers the event.
    pair = {"source": span(MODELLED, "The court"), "target": span(MODELLED, "the opposition party")}
    status, out, _ = run("relate", "-", stdin=jsonl({"id": "p", "text": MODELLED, **pair}))
    (related,) = records(out)
    assert related["plover"] == "CONCEDE" and event["evidence"][0]["text"] in {w["text"] for w in related["because"]}, related
    status, out, _ = run("explain", "--id", event["id"], "--no-model", d / "a.txt")
    assert status == SOME_FAILED and b"weighed" not in out, out


def explain_tells_the_score_of_a_cue(d):
    (d / "a.txt").write_text(CUES)
    status, out, _ = run("explain", "--id", "q1", d / "a.txt")
    text = out.decode()
    assert status == OK and re.search(r'model +1:11 "said" as a cue \+\d+\.\d\d, asked for -\d+\.\d\d; the rules found it, too', text), text
    assert re.search(r'weighed +1:\d+ "\w+" [+-]\d+\.\d\d \w', text), text
    status, out, _ = run("explain", "--at", CUES.index("harbour"), d / "a.txt")
    assert status == OK and re.search(r"near +2:\d+ .* as a cue [+-]\d+\.\d\d, asked for", out.decode()), out.decode()


def explain_fails_for_what_is_not_there(d):
    (d / "a.jsonl").write_bytes(jsonl({"id": "x", "text": NEAR}, {"id": "y", "text": NEAR}))
    for arguments, why in ((["--id", "e99"], "no finding is called e99"), (["--doc", "z"], "no document is called z"),
                           (["--at", "5000"], "no sentence stands at 5000")):
        status, _, err = run("explain", *arguments, d / "a.jsonl")
        assert status == SOME_FAILED and why in err[-1], (arguments, status, err)
    status, out, _ = run("explain", "--doc", "y", "--format", "json", d / "a.jsonl")
    assert status == OK and {e["document"] for e in json.loads(out)} == {"y"}, out


def relate_answers_every_pair(d):
    text = "Norway sent blankets to Jordan."
    pair = {"source": {"start": 0, "end": 6}, "target": {"start": 24, "end": 30}}
    rows = jsonl({"id": "p1", "text": text, **pair}, {"id": "p2", "text": text, "source": pair["source"]},
                 {"id": "p3", "text": text}, {"id": "p4", "text": text, "source": {"start": 3, "end": 99}})
    for flags in ([], ["--no-model"], ["--threads", "2"]):
        status, out, err = run("relate", "-", *flags, stdin=rows)
        assert status == SOME_FAILED, (status, err)
        assert [r["id"] for r in records(out)] == ["p1", "p2"], out
        first = records(out)[0]
        assert first["plover"] == "AID" and first["quad"] == "material-cooperation" and first["rule"] and first["because"], first
        assert any(":3:" in line for line in err) and any(":4:" in line and "outside" in line for line in err), err


def weights_of_another_file_are_read_or_refused(d):
    (d / "a.txt").write_text(TEXT)
    (d / "bad.weights").write_text("no weights")
    status, out, err = run("code", "--weights", d / "bad.weights", d / "a.txt")
    assert status == NO_MODEL and not out and "bad.weights" in err[0], (status, err)


def abstained_lists_what_yields_nothing(d):
    text = "Norway sent blankets to Jordan.\nÅland and Sweden have long winters.\nThe sea is deep.\nSweden has cold rivers.\n"
    (d / "a.txt").write_text(text)
    status, out, _ = run("code", "--abstained", d / "a.txt")
    rows = records(out)
    for row in rows:
        s = row["sentence"]
        assert row["document"] == "a.txt" and text[s["start"]:s["end"]] == s["text"] and row["actors"], row
        assert all(text[a["start"]:a["end"]] == a["text"] for a in row["actors"]), row
    assert status == OK and "Sweden has cold rivers." in [r["sentence"]["text"] for r in rows], rows
    assert not any("blankets" in r["sentence"]["text"] or "sea" in r["sentence"]["text"] for r in rows), rows
    status, out, _ = run("code", "--abstained", "--format", "text", d / "a.txt")
    assert status == OK and b'"Sweden has cold rivers."' in out, out


AIRLIFT = ("rule aid-give\n  code AID 073\n  verb send\n  source! subject\n  target! indirect, to\n"
           "  + Norway sent quilts to Jordan.  => sent\n  - Norway sent for a doctor.\n")


def knowledge_diff_lists_what_changes_with_quotes(d):
    (d / "a.txt").write_text(NEAR)
    (d / "mine" / "event").mkdir(parents=True)
    (d / "mine" / "event" / "material_cooperation.txt").write_text(AIRLIFT)
    status, out, _ = run("knowledge", "diff", "built-in", d / "mine", d / "a.txt")
    text = out.decode()
    assert status == CHANGED, (status, out)
    for line in ('a.txt:7  event changed at "sent"\n', "  - AID 070, actual: Norway (NOR) > Jordan (JOR)  [event/aid-give]\n",
                 "  + AID 073, actual: Norway (NOR) > Jordan (JOR)  [event/aid-give]\n", '    "Norway sent blankets to Jordan."\n',
                 'event added at "sent"\n'):
        assert line in text, (line, text)
    status, out, _ = run("knowledge", "diff", d / "mine", "built-in", "--format", "jsonl", d / "a.txt")
    rows = [row for row in records(out) if row["kind"] == "event"]
    assert status == CHANGED and [row["change"] for row in rows] == ["changed", "removed"], out
    assert rows[0]["before"]["words"][0] == {"start": 7, "end": 11, "text": "sent"} and rows[1]["after"] is None, rows


def knowledge_diff_of_the_same_is_empty(d):
    (d / "a.txt").write_text(NEAR)
    shutil.copytree(KNOWLEDGE, d / "copy")
    status, out, _ = run("knowledge", "diff", "built-in", d / "copy", d / "a.txt")
    assert status == OK and not out, (status, out)
    status, out, err = run("knowledge", "diff", "built-in", d / "nowhere", d / "a.txt")
    assert status == NO_MODEL and not out and "nowhere: no such folder" in err[-1], (status, err)
    assert run("knowledge", "diff", "built-in")[0] == USAGE


def runs_from_any_folder(d):
    (d / "a.txt").write_text(TEXT)
    env = {k: v for k, v in os.environ.items() if k not in ("AVERMENT_MODELS", "AVERMENT_KNOWLEDGE")}
    done = subprocess.run([PROGRAM, "code", "a.txt"], cwd=d, env=env, capture_output=True, timeout=120)
    assert done.returncode == OK, done.stderr


def main():
    cases = [f for f in globals().values() if callable(f) and getattr(f, "__code__", None)
             and f.__code__.co_varnames[:f.__code__.co_argcount] == ("d",)]
    failed = 0
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            try:
                case(pathlib.Path(folder))
            except (AssertionError, IndexError, KeyError, ValueError, subprocess.TimeoutExpired) as e:
                failed += 1
                print(f"{case.__name__}: {type(e).__name__}: {str(e)[:800]}")
    print(f"{len(cases)} cases, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
