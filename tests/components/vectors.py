"""What a hostile article puts in its text, title, names, outlet and address. None of it may do anything."""

from __future__ import annotations

VECTORS = (
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<img src='http://tracker.invalid/pixel.png'>",
    "<iframe srcdoc='<script>parent.window.hit=1</script>'></iframe>",
    "<style>body{display:none}</style>",
    "<form action='http://tracker.invalid/'><input name=q></form>",
    "</mark></span></div><script>window.hit=1</script>",
    '" onmouseover="window.hit=1',
    "' autofocus onfocus='window.hit=1",
    "<svg onload=window.hit=1>",
    "![](http://tracker.invalid/x.png)",
    "[text](javascript:window.hit=1)",
    "[text](JaVaScRiPt:window.hit=1)",
    "[text](data:text/html,<script>window.hit=1</script>)",
    "$5bn to $10bn",
    ":red[not red] :material/home:",
    "**not bold** `code` ~~gone~~",
    "http://tracker.invalid/linked www.tracker.invalid",
    "turned \u202eround\u202c here",
    "&lt;b&gt; &amp;amp; &#60;script&#62;",
)
