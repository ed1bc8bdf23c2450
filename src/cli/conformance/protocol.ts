/** The text below the options in the help of `compute-filter conformance`. */
export const protocol = `
The program reads questions from standard input, one line of JSON each. All are sent at once. It writes one line of JSON per
question to standard output, in any order:

  {"id":"types-1","profile":"documented","filter":"name = a","resources":[{"name":"a"},{}]}
      {"id":"types-1","matches":[true,false]}         whether each resource matches
      {"id":"types-1","error":"unexpected-end"}       the filter is rejected; any text is accepted
  {"id":"disks-1","profile":"documented","schema":"Disk","filter":"sizeGb > 5","resources":[…]}
      the resources are of another schema than images
  {"id":"listing-1","profile":"documented","request":{"maxResults":1},"resources":[…]}
      {"id":"listing-1","pages":[["a"],["b"]]}        the names on each page
      {"id":"listing-1","rejected":"maxResults"}      the parameter that made the request invalid
  {"id":"listing-2",…,"then":{"request":{"filter":"…"}}}
      other parameters or other resources after the first page
  any question
      {"id":"listing-1","unsupported":true}           the program does not implement this

The resources of a question without "schema" are Compute Engine images. The file compute-filter/conformance.json of the package
has each schema by its name under "schemas", the switches of each profile, and all cases with their expected answers. Each
resource except images has a topic of its own, and so a row of the score.

A case passes when its answer is right. A rejection passes with any text; with --codes, only with the expected error code. An
unsupported case counts as not passed; use --skip to skip topics that the program does not implement.

A program that exits, or does not answer in time, is restarted with the remaining questions. The first of them is sent alone.
If it gets no answer, it is the question that failed; otherwise the search continues among the others. Two different answers
to one question are a fault. Lines that are not answers are counted and ignored.

With --json, each case is a line with id, topic, rule and verdict (passed, failed, unsupported, another code, two answers,
crashed or no answer). "resource" is the index, from 0, of the first resource that differs, and "detail" the reason for a
missing answer.

Exit codes: 0 all cases passed; 1 at least one did not pass; 2 wrong usage, or the program gave no answer at all.

Examples:
  compute-filter conformance --command 'python my_matcher.py'
  compute-filter conformance --command ./matcher --skip listing --codes
  compute-filter conformance --command ./matcher --case types-135 --case has-31`
