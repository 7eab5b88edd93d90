"""What the stored texts of sources say about quotations, evidence and facts."""
