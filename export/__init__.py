"""What leaves the product: pictures for a report, and the doctor who says whether they can."""
