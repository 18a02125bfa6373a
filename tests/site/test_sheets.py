"""What a page has a use for of a sheet."""

import pytest

from newsroom.site.sheets import Sheet


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (".a{color:red}.b{color:blue}", ".a{color:red}"),
        (".b,.a,p{margin:0}", ".a,p{margin:0}"),
        (".a .b,.a>p{margin:0}", ".a>p{margin:0}"),
        (".a-b{margin:0}.a::before{content:'+'}", ".a::before{content:'+'}"),
        (':root{--x:1}[class^="b"]{margin:0}', ':root{--x:1}[class^="b"]{margin:0}'),
        (":is(.b,.a) p,.a:not(.b){margin:0}", ":is(.b,.a) p,.a:not(.b){margin:0}"),
        (":is(.a,p).b{margin:0}", ""),
        ("@media print{.b{margin:0}}", ""),
        ("@media print{.b{margin:0}.a{margin:0}}p{top:0}", "@media print{.a{margin:0}}p{top:0}"),
        ("@media print{@supports (a:b){.b,.a{top:0}}}", "@media print{@supports (a:b){.a{top:0}}}"),
        ("@page{margin:1cm}", "@page{margin:1cm}"),
        (
            ".a{inset:calc((1px + 2px)*3);color:rgb(1,2,3)}",
            ".a{inset:calc((1px + 2px)*3);color:rgb(1,2,3)}",
        ),
    ],
)
def test_only_rules_of_the_classes_there_are_kept(sheet: str, expected: str) -> None:
    assert Sheet(sheet).used_by({"a"}) == expected
