/** Behind the options in the help of `compute-filter conformance`. */
export const protocol = `
The program is given one question a line as JSON on its standard input, all at once, and answers each with one line of JSON on
its standard output, in any order, at once or after the last:

  {"id":"types-1","profile":"documented","filter":"name = a","resources":[{"name":"a"},{}]}
      {"id":"types-1","matches":[true,false]}         of each resource, whether it matches
      {"id":"types-1","error":"unexpected-end"}       the filter is rejected, in any words
  {"id":"listing-1","profile":"documented","request":{"maxResults":1},"resources":[…]}
      {"id":"listing-1","pages":[["a"],["b"]]}        the names on each page
      {"id":"listing-1","rejected":"maxResults"}      the parameter for which the request is rejected
  {"id":"listing-2",…,"then":{"request":{"filter":"…"}}}
      other parameters, or other resources, behind the first page
  any question
      {"id":"listing-1","unsupported":true}           the program does not do this

The resources are Compute Engine's images. Their schema, the switches of each profile, and all cases with their verdicts are in
the file conformance.json of the package (compute-filter/conformance.json).

A case passes when its answer is right. A rejection passes with any words, or with --codes only with the code of the case. An
unsupported case has not passed: what the program does not do is declared by --skip, and then not asked.

A program that ends or is silent before it has answered everything is started again with the remaining questions. The first
of them is asked alone: if it has no answer then, it has crashed the program or got no answer; if it has one, the culprit is
looked for among the others. Two different answers to one question are a fault. Lines that do not answer a question are
counted and passed over.

With --json each case is a line with id, topic, rule and verdict (passed, failed, unsupported, another code, two answers,
crashed or no answer), with "resource", the place of the first resource that differs, counted from 0, and with "detail", why
there is no answer that counts.

Exit codes: 0 every case that was asked has passed; 1 not every case; 2 wrong usage, or the program gave no answer.

Examples:
  compute-filter conformance --command 'python my_matcher.py'
  compute-filter conformance --command ./matcher --skip listing --codes
  compute-filter conformance --command ./matcher --case types-135 --case has-31`
